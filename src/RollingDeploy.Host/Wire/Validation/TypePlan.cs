using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// What a walk over values of one type needs: read from the metadata once, so that later requests reflect on nothing.
/// </summary>
internal sealed class TypePlan
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, TypePlan> Plans = new();

    private readonly JsonTypeInfo _type;
    private TypePlan? _element;

    private TypePlan(JsonTypeInfo type)
    {
        _type = type;
        Members = type.Kind == JsonTypeInfoKind.Object ? [.. type.Properties.Select(property => new MemberPlan(property))] : [];
    }

    public JsonTypeInfoKind Kind => _type.Kind;

    public MemberPlan[] Members { get; }

    /// <summary>Not so for a number in a list: it is never null and holds nothing, and a metric may have thousands.</summary>
    public bool CanBeWrong => Kind != JsonTypeInfoKind.None || !_type.Type.IsValueType;

    /// <summary>The plan of a list's items or a map's values; found late because a type may contain itself.</summary>
    public TypePlan Element => _element ??= Of(Shapes.Element(_type));

    public static TypePlan Of(JsonTypeInfo type) => Plans.GetOrAdd(type, static found => new TypePlan(found));
}
