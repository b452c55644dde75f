using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>A member of a record: how to read it, and AWS's constraints on it and on its parts.</summary>
internal sealed class MemberPlan
{
    private readonly JsonPropertyInfo _property;
    private TypePlan? _plan;

    public MemberPlan(JsonPropertyInfo property)
    {
        _property = property;
        // AWS changes only the first letter to lower case: OKActions becomes oKActions.
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        WireName = JsonEncodedText.Encode(property.Name);
        var attributes = property.AttributeProvider?.GetCustomAttributes(typeof(ConstraintAttribute), inherit: true) ?? [];
        ConstraintAttribute[] all = [.. attributes.Cast<ConstraintAttribute>()];
        Own = On(all, Part.Member);
        Items = On(all, Part.Item);
        Keys = On(all, Part.Key);
        Values = On(all, Part.Value);
    }

    /// <summary>The name in AWS's error messages.</summary>
    public string Name { get; }

    /// <summary>The name in requests and responses.</summary>
    public JsonEncodedText WireName { get; }

    public ConstraintAttribute[] Own { get; }

    public ConstraintAttribute[] Items { get; }

    public ConstraintAttribute[] Keys { get; }

    public ConstraintAttribute[] Values { get; }

    /// <summary>The plan of the member's type. It is created later, because a type may contain itself.</summary>
    public TypePlan Plan => _plan ??= TypePlan.Of(Type);

    public JsonTypeInfo Type => Shapes.Of(_property);

    /// <summary>Returns whether a list or a map is too long. Then only this is reported, and not errors of its items.</summary>
    public bool IsTooMuch(object value) =>
        value is ICollection { Count: var count }
            && Array.Exists(Own, constraint => constraint is LengthAttribute length && count > length.Max);

    /// <summary>
    /// Whether the member must be validated. A number or text without constraints is not read, because that would box a number.
    /// </summary>
    public bool CanBeWrong => Own.Length > 0 || Type.Kind != JsonTypeInfoKind.None;

    public object? Get(object record) => _property.Get?.Invoke(record);

    private static ConstraintAttribute[] On(ConstraintAttribute[] all, Part part) =>
        [.. all.Where(constraint => constraint.On == part)];
}
