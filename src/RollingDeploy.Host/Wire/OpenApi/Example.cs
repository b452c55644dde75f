using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Makes the smallest valid body of an operation: its required members, each with a value that its constraints allow.
/// </summary>
internal static class Example
{
    private const string Role = "arn:aws:iam::000000000000:role/example";

    public static JsonNode Of(JsonTypeInfo type) => Value(type, [], type.Type.Name, depth: 0) is JsonObject { Count: > 0 } example
        ? example
        : Page(type);

    /// <summary>Makes an example with this account in its ARNs.</summary>
    public static JsonNode Of(JsonTypeInfo type, string account) =>
        JsonNode.Parse(Of(type).ToJsonString().Replace(PartitionNames.StandardAccount, account, StringComparison.Ordinal))!;

    // An empty example is not written. Swagger UI would then show a body with all members, even a NextToken that does not exist.
    private static JsonObject Page(JsonTypeInfo type)
    {
        var members = type.Properties.Zip(TypePlan.Of(type).Members).ToList();
        var (size, range) = members.Find(each => Shapes.Scalar(each.Second.Type) == typeof(int));
        var (text, member) = members.Find(each => Shapes.Scalar(each.Second.Type) == typeof(string));
        return size is not null ? new() { [size.Name] = (int)Math.Max(10, Least(range.Own)) }
            : text is not null ? new() { [text.Name] = Value(member.Type, member.Own, text.Name, depth: 1) }
            : [];
    }

    private static JsonNode Value(JsonTypeInfo type, ConstraintAttribute[] constraints, string name, int depth) =>
        type.Kind switch
        {
            JsonTypeInfoKind.Object => Structure(type, depth),
            // A required list may be empty, but an example with one item is more useful.
            JsonTypeInfoKind.Enumerable => new JsonArray(Value(Shapes.Element(type), constraints, name, depth + 1)),
            JsonTypeInfoKind.Dictionary => new JsonObject(),
            _ => Scalar(Shapes.Scalar(type), constraints, name),
        };

    private static JsonObject Structure(JsonTypeInfo type, int depth)
    {
        var example = new JsonObject();
        foreach (var (property, member) in type.Properties.Zip(TypePlan.Of(type).Members))
        {
            if (depth < WireJson.MaxDepth && member.Own.Any(constraint => constraint is RequiredAttribute))
            {
                var constraints = member.Type.Kind == JsonTypeInfoKind.Enumerable ? member.Items : member.Own;
                example.Add(property.Name, Value(member.Type, constraints, property.Name, depth + 1));
            }
        }

        return example;
    }

    private static JsonNode Scalar(Type type, ConstraintAttribute[] constraints, string name)
    {
        if (type == typeof(string))
        {
            return First(Texts(constraints, name), constraints);
        }

        var least = Least(constraints);
        return type == typeof(bool) ? true
            : type == typeof(DateTimeOffset) ? 1_767_225_600
            : Shapes.IsInteger(type) ? (long)Math.Max(least, 1)
            : Math.Max(least, 1);
    }

    private static double Least(ConstraintAttribute[] constraints) =>
        constraints.OfType<RangeAttribute>().FirstOrDefault()?.Min ?? 1;

    private static string First(IEnumerable<string> candidates, ConstraintAttribute[] constraints) =>
        candidates.FirstOrDefault(text => Array.TrueForAll(constraints, constraint => constraint.Violation(text) is null)) ?? "";

    private static IEnumerable<string> Texts(ConstraintAttribute[] constraints, string name) =>
    [
        .. constraints.OfType<OneOfAttribute>().SelectMany(names => names.Values),
        name switch
        {
            "RoleArn" or "ExecutionRoleArn" => Role,
            "InstanceType" => "ml.m5.large",
            _ => $"my-{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}",
        },
        Role,
        "arn:aws:sagemaker:us-east-1:000000000000:endpoint/my-endpoint",
        "arn:aws:cloudwatch:us-east-1:000000000000:alarm:my-alarm",
        "arn:aws:application-autoscaling:us-east-1:000000000000:scalable-target/1234abcd56ab78cd901ef1234567890ab123",
        "s3://my-bucket/my-key",
        "text/csv",
        "1",
        "a",
    ];
}
