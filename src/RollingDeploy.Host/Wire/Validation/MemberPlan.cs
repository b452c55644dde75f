using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>One member of a record: how to read it, and what AWS demands of it and of its parts.</summary>
internal sealed class MemberPlan
{
    private readonly JsonPropertyInfo _property;
    private TypePlan? _plan;

    public MemberPlan(JsonPropertyInfo property)
    {
        _property = property;
        // AWS's framework lowers the first letter only: OKActions is oKActions.
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        WireName = JsonEncodedText.Encode(property.Name);
        var attributes = property.AttributeProvider?.GetCustomAttributes(typeof(ConstraintAttribute), inherit: true) ?? [];
        ConstraintAttribute[] all = [.. attributes.Cast<ConstraintAttribute>()];
        Own = On(all, Part.Member);
        Items = On(all, Part.Item);
        Keys = On(all, Part.Key);
        Values = On(all, Part.Value);
    }

    /// <summary>As AWS's messages spell it.</summary>
    public string Name { get; }

    /// <summary>As requests and responses spell it.</summary>
    public JsonEncodedText WireName { get; }

    public ConstraintAttribute[] Own { get; }

    public ConstraintAttribute[] Items { get; }

    public ConstraintAttribute[] Keys { get; }

    public ConstraintAttribute[] Values { get; }

    /// <summary>Found late because a type may contain itself.</summary>
    public TypePlan Plan => _plan ??= TypePlan.Of(Type);

    public JsonTypeInfo Type => Shapes.Of(_property);

    /// <summary>Whether a list or a map is longer than it may be: that is said of the whole, and nothing of its parts.</summary>
    public bool IsTooMuch(object value) =>
        value is ICollection { Count: var count }
            && Array.Exists(Own, constraint => constraint is LengthAttribute length && count > length.Max);

    /// <summary>Not so for a number or a text of which nothing is demanded; to look at a number would box it.</summary>
    public bool CanBeWrong => Own.Length > 0 || Type.Kind != JsonTypeInfoKind.None;

    public object? Get(object record) => _property.Get?.Invoke(record);

    private static ConstraintAttribute[] On(ConstraintAttribute[] all, Part part) =>
        [.. all.Where(constraint => constraint.On == part)];
}
