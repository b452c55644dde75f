using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// Walks a record's JSON metadata, as the host does, side by side with AWS's shape, and notes every difference.
/// </summary>
internal sealed class ShapeComparison(JsonSerializerOptions options, params IReadOnlyList<Exclusion> exclusions)
{
    // The newest model does not tell them apart.
    private static readonly IReadOnlyList<Type> Numbers = [typeof(int), typeof(long), typeof(float), typeof(double)];

    private readonly List<string> _differences = [];
    private readonly HashSet<Type> _records = [];
    private readonly HashSet<Exclusion> _used = [];

    public IReadOnlyList<string> Differences => _differences;

    public IReadOnlySet<Type> Records => _records;

    public IReadOnlySet<Exclusion> UsedExclusions => _used;

    public void Compare(Type record, Shape shape) => CompareStructure(record, shape, record.Name);

    private void CompareStructure(Type record, Shape shape, string path)
    {
        if (!_records.Add(record))
        {
            return;
        }

        var ours = options.GetTypeInfo(record).Properties.ToDictionary(property => property.Name);
        foreach (var (name, member, required, place) in shape.Members)
        {
            if (ours.Remove(name, out var property))
            {
                CompareConstraints(property, member, required, $"{path}.{name}");
                ComparePlace(property, place, $"{path}.{name}");
                CompareType(property.PropertyType, member, isMember: true, $"{path}.{name}");
            }
            else
            {
                _differences.Add($"{path}.{name}: missing");
            }
        }

        _differences.AddRange(ours.Keys.Select(name => $"{path}.{name}: not in AWS's model"));
    }

    private void CompareConstraints(JsonPropertyInfo property, Shape shape, bool required, string path)
    {
        var attributes = property.AttributeProvider?.GetCustomAttributes(typeof(ConstraintAttribute), inherit: true) ?? [];
        var ours = attributes.Cast<ConstraintAttribute>().Select(Facts.Of).ToList();
        var theirs = Expected(shape).Concat(required ? ["Required"] : []).ToList();
        if (!shape.HasConstraints)
        {
            ours.RemoveAll(fact => !Facts.AreInEveryModel(fact));
        }

        _differences.AddRange(theirs.Except(ours).Select(fact => $"{path}: lacks {fact}"));
        _differences.AddRange(ours.Except(theirs).Select(fact => $"{path}: has {fact}, which AWS's model has not"));
    }

    private void ComparePlace(JsonPropertyInfo property, string? theirs, string path)
    {
        var ours = RestPlan.PlaceOf(property) is { } place ? Facts.Of(place) : null;
        if (ours != theirs)
        {
            _differences.Add($"{path}: stands in {ours ?? "the body"}, where AWS's model has it in {theirs ?? "the body"}");
        }
    }

    private IEnumerable<string> Expected(Shape shape)
    {
        if (exclusions.FirstOrDefault(exclusion => exclusion.Shape == shape.Name) is not { } exclusion)
        {
            return Facts.Of(shape);
        }

        _used.Add(exclusion);
        return [exclusion.Ours];
    }

    private void CompareType(Type type, Shape shape, bool isMember, string path)
    {
        var info = options.GetTypeInfo(type);
        switch (shape.Kind)
        {
            case "structure" when shape.IsEventStream && info.Kind is JsonTypeInfoKind.Enumerable:
                CompareStructure(info.ElementType!, shape, $"{path}[]");
                break;
            case "structure" when type.Name == shape.Name && info.Kind is JsonTypeInfoKind.Object:
                CompareStructure(type, shape, path);
                break;
            case "list" when info.Kind is JsonTypeInfoKind.Enumerable:
                CompareType(info.ElementType!, shape.Item, isMember: false, $"{path}[]");
                break;
            case "map" when info.Kind is JsonTypeInfoKind.Dictionary && info.KeyType == typeof(string):
                CompareType(info.ElementType!, shape.Value, isMember: false, $"{path}{{}}");
                break;
            default:
                CompareScalar(type, shape, isMember, path);
                break;
        }
    }

    private void CompareScalar(Type type, Shape shape, bool isMember, string path)
    {
        var scalar = shape.Kind switch
        {
            "string" => typeof(string),
            "boolean" => typeof(bool),
            "integer" => typeof(int),
            "long" => typeof(long),
            "float" => typeof(float),
            "double" => typeof(double),
            "timestamp" => typeof(DateTimeOffset),
            "blob" => typeof(byte[]),
            _ => null,
        };
        if (shape.Kind == "number" && (Nullable.GetUnderlyingType(type) ?? type) is { } number && Numbers.Contains(number))
        {
            return;
        }

        var expected = isMember && scalar is { IsValueType: true } ? typeof(Nullable<>).MakeGenericType(scalar) : scalar;

        if (type != expected)
        {
            _differences.Add($"{path}: is {type}, where AWS's model has the {shape.Kind} {shape.Name}");
        }
    }
}

/// <summary>A shape whose constraints we replace on purpose, with the one of ours that stands in their place.</summary>
internal sealed record Exclusion(string Shape, string Ours, string Reason);
