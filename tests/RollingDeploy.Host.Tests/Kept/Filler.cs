using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Constraints;
using Kinds = RollingDeploy.Host.Wire.Shapes;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>Makes a request with a valid value for every member, from the metadata and the constraints of its record.</summary>
/// <param name="row">What the request has, and what it leaves out.</param>
/// <param name="flag">The value of all booleans. A default of one value hides that the other one is not kept.</param>
internal sealed class Filler(Row row, bool flag)
{
    private const int AnyNumber = 7;

    public JsonObject Fill(JsonTypeInfo record, string path = "")
    {
        var filled = new JsonObject();
        foreach (var member in record.Properties)
        {
            var at = Paths.Join(path, member.Name);
            if (!row.LeavesOut(at))
            {
                filled[member.Name] = row.Given(at)
                    ?? Samples.OfMember(member.Name)
                    ?? Value(Kinds.Of(member), ConstraintsOf(member), at);
            }
        }

        return filled;
    }

    private JsonNode Value(JsonTypeInfo type, IReadOnlyList<ConstraintAttribute> constraints, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                return Fill(type, path);
            case JsonTypeInfoKind.Enumerable:
                var item = $"{path}[]";
                return new JsonArray(row.Given(item) ?? Value(Kinds.Element(type), On(Part.Item, constraints), item));
            case JsonTypeInfoKind.Dictionary:
                var value = Value(Kinds.Element(type), On(Part.Value, constraints), $"{path}{{}}");
                return new JsonObject { [Text(On(Part.Key, constraints), "NAME")] = value };
            default:
                return Scalar(Kinds.Scalar(type), [.. constraints.Where(each => each.On is Part.Member)], path);
        }
    }

    private JsonNode Scalar(Type type, IReadOnlyList<ConstraintAttribute> constraints, string path) =>
        type == typeof(bool) ? flag
        : type == typeof(string) ? Text(constraints, path.Split('.')[^1].Replace("[]", "", StringComparison.Ordinal))
        : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse("2030-01-01T00:00:00Z").ToUnixTimeSeconds()
        : Kinds.IsInteger(type) ? Number(constraints)
        : Kinds.IsFraction(type) ? Number(constraints) + 0.5
        : throw new NotSupportedException($"{path}: no value of {type} is known.");

    // One more than the least: the least is often the default.
    private static int Number(IReadOnlyList<ConstraintAttribute> constraints) =>
        constraints.OfType<RangeAttribute>().SingleOrDefault() is { } range
            ? (int)Math.Min(Math.Ceiling(range.Min) + 1, range.Max)
            : AnyNumber;

    private static string Text(IReadOnlyList<ConstraintAttribute> constraints, string name)
    {
        if (constraints.OfType<OneOfAttribute>().SingleOrDefault() is { } oneOf)
        {
            return oneOf.Values[^1];
        }

        var text = constraints.OfType<PatternAttribute>().SingleOrDefault()?.Pattern
            ?? constraints.OfType<OpenEnumerationAttribute>().SingleOrDefault()?.Pattern;
        var sample = text is not null && Samples.Of.TryGetValue(text, out var known) ? known : name;
        var violated = constraints.Select(each => each.Violation(sample)).FirstOrDefault(violation => violation is not null);
        return violated is null ? sample : throw new NotSupportedException($"{name}: say in {nameof(Samples)} what fits. {violated}");
    }

    private static List<ConstraintAttribute> ConstraintsOf(JsonPropertyInfo member)
    {
        var attributes = member.AttributeProvider?.GetCustomAttributes(typeof(ConstraintAttribute), inherit: true) ?? [];
        return [.. attributes.Cast<ConstraintAttribute>()];
    }

    // The constraints of an item stand at the list. For the item itself, they are those of a member.
    private static List<ConstraintAttribute> On(Part part, IReadOnlyList<ConstraintAttribute> constraints) =>
        [.. constraints.Where(each => each.On == part).Select(AsMember)];

    private static ConstraintAttribute AsMember(ConstraintAttribute constraint) => constraint switch
    {
        LengthAttribute length => new LengthAttribute(length.Min, length.Max),
        RangeAttribute range => new RangeAttribute(range.Min, range.Max),
        PatternAttribute pattern => new PatternAttribute(pattern.Pattern),
        OneOfAttribute oneOf => new OneOfAttribute([.. oneOf.Values]),
        _ => constraint,
    };
}
