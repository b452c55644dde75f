using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// What a walk over values of one type needs: read from the metadata once, so that later requests reflect on nothing.
/// </summary>
internal sealed class TypePlan
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, TypePlan> Plans = new();

    private TypePlan? _element;
    private MemberPlan[]? _checked;

    private TypePlan(JsonTypeInfo type)
    {
        Type = type;
        Members = type.Kind == JsonTypeInfoKind.Object ? [.. type.Properties.Select(property => new MemberPlan(property))] : [];
    }

    public JsonTypeInfo Type { get; }

    public JsonTypeInfoKind Kind => Type.Kind;

    public MemberPlan[] Members { get; }

    /// <summary>The members that a validation has to look at.</summary>
    public MemberPlan[] Checked => _checked ??= Array.FindAll(Members, member => member.CanBeWrong);

    /// <summary>Not so for a number in a list: it is never null and holds nothing, and a metric may have thousands.</summary>
    public bool CanBeWrong => Kind != JsonTypeInfoKind.None || !Type.Type.IsValueType;

    /// <summary>The plan of a list's items or a map's values; found late because a type may contain itself.</summary>
    public TypePlan Element => _element ??= Of(Shapes.Element(Type));

    /// <summary>The member that requests call so; null when there is none.</summary>
    public MemberPlan? Find(ReadOnlySpan<byte> wireName) => IndexOf(wireName) is var index and >= 0 ? Members[index] : null;

    /// <summary>Where it is in <see cref="Members"/>; -1 when there is none.</summary>
    public int IndexOf(ReadOnlySpan<byte> wireName)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (wireName.SequenceEqual(Members[i].WireName.EncodedUtf8Bytes))
            {
                return i;
            }
        }

        return -1;
    }

    public static TypePlan Of(JsonTypeInfo type) => Plans.GetOrAdd(type, static found => new TypePlan(found));
}
