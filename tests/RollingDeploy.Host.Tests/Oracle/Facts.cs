using System.Globalization;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// Constraints in words, the same ones for AWS's shapes and for our attributes: what differs can be read at once.
/// </summary>
internal static class Facts
{
    /// <summary>The constraints of a member of this shape, with those on its items, keys and values.</summary>
    public static IEnumerable<string> Of(Shape shape, Part part = Part.Member)
    {
        var own = shape.Kind switch
        {
            "string" or "list" or "map" => Lengths(shape),
            "integer" or "long" or "float" or "double" => Ranges(shape),
            _ => [],
        };

        var nested = shape.Kind switch
        {
            "list" => Of(shape.Item, Part.Item),
            "map" => Of(shape.Key, Part.Key).Concat(Of(shape.Value, Part.Value)),
            _ => [],
        };

        return own.Concat(Texts(shape)).Select(fact => On(part, fact)).Concat(nested);
    }

    public static string Of(ConstraintAttribute attribute) => On(attribute.On, attribute switch
    {
        RequiredAttribute => "Required",
        LengthAttribute length => Bounds("Length", length.Min, length.Max is int.MaxValue ? null : length.Max),
        RangeAttribute range => Bounds("Range", range.Min, double.IsInfinity(range.Max) ? null : range.Max),
        PatternAttribute pattern => Pattern(pattern.Pattern),
        OpenEnumerationAttribute open => Pattern(open.Pattern),
        OneOfAttribute oneOf => OneOf(oneOf.Values),
        _ => throw new NotSupportedException($"{attribute.GetType().Name} is new: say here what it is in AWS's model."),
    });

    /// <summary>Whether a model without lengths, ranges and patterns tells a fact too.</summary>
    public static bool AreInEveryModel(string fact) => fact == "Required" || fact.Contains("OneOf ", StringComparison.Ordinal);

    public static string Of(PlaceAttribute place) => place switch
    {
        HeaderAttribute header => $"the header {header.Name}",
        LabelAttribute => "the path",
        _ => "the payload",
    };

    /// <summary>AWS's spelling: the pattern as it stands.</summary>
    public static string Pattern(string pattern) => $"Pattern {pattern}";

    private static IEnumerable<string> Lengths(Shape shape) =>
        HasBounds(shape) ? [Bounds("Length", shape.Number("min") ?? 0, shape.Number("max"))] : [];

    private static IEnumerable<string> Ranges(Shape shape) =>
        HasBounds(shape) ? [Bounds("Range", shape.Number("min") ?? double.NegativeInfinity, shape.Number("max"))] : [];

    private static IEnumerable<string> Texts(Shape shape)
    {
        if (shape.Text("pattern") is { } pattern)
        {
            yield return Pattern(pattern);
        }

        if (shape.Strings("enum").ToList() is { Count: > 0 } values)
        {
            yield return OneOf(values);
        }
    }

    private static bool HasBounds(Shape shape) => (shape.Number("min") ?? shape.Number("max")) is not null;

    private static string Bounds(string name, double min, double? max) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {min} to {max?.ToString(CultureInfo.InvariantCulture) ?? "any"}");

    private static string OneOf(IEnumerable<string> values) => $"OneOf {string.Join(", ", values.Order(StringComparer.Ordinal))}";

    private static string On(Part part, string fact) => part is Part.Member ? fact : $"{part} {fact}";
}
