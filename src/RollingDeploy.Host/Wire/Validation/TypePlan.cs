using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// The metadata that the validation of a type needs. It is read once, so that later requests use no reflection.
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

    /// <summary>The members that must be validated.</summary>
    public MemberPlan[] Checked => _checked ??= Array.FindAll(Members, member => member.CanBeWrong);

    /// <summary>
    /// Whether values of the type must be validated. Numbers in a list need not be, and a metric may have thousands.
    /// </summary>
    public bool CanBeWrong => Kind != JsonTypeInfoKind.None || !Type.Type.IsValueType;

    /// <summary>The plan of a list's items or a map's values. It is created later, because a type may contain itself.</summary>
    public TypePlan Element => _element ??= Of(Shapes.Element(Type));

    /// <summary>Returns the member with a name in requests; null if there is none.</summary>
    public MemberPlan? Find(ReadOnlySpan<byte> wireName) => IndexOf(wireName) is var index and >= 0 ? Members[index] : null;

    /// <summary>Returns the index in <see cref="Members"/> of the member with a name in requests; -1 if there is none.</summary>
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
