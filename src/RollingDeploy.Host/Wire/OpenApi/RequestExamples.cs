using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The example request bodies of an operation. Each of several examples has a title.</summary>
internal sealed record RequestExamples(IReadOnlyList<(string Title, JsonNode Body)> All)
{
    private const string First = "a first request";

    /// <summary>Returns the examples of an operation.</summary>
    /// <param name="service">The service, which has examples for some operations.</param>
    /// <param name="operation">The operation. Without an example of the service, one is made from its required members.</param>
    /// <param name="standardAccount">The account in the ARNs of the examples.</param>
    public static RequestExamples Of(Service service, Operation operation, string standardAccount)
    {
        var titles = service.Examples.Keys.Where(key => key.StartsWith($"{operation.Name}: ", StringComparison.Ordinal));
        var more = titles.Select(key => (key[(operation.Name.Length + 2)..], Read(service.Examples[key], standardAccount)));
        return new([(First, service.Examples.TryGetValue(operation.Name, out var written)
            ? Read(written, standardAccount)
            : Example.Of(operation.Input, standardAccount)), .. more]);
    }

    /// <summary>
    /// Returns the media type with the examples. OpenAPI allows either one example or several examples with titles.
    /// </summary>
    public Dictionary<string, OpenApiMediaType> In(IOpenApiSchema schema) => new(StringComparer.Ordinal)
    {
        ["application/json"] = new OpenApiMediaType
        {
            Schema = schema,
            Example = All is [var only] ? only.Body : null,
            Examples = All.Count < 2
                ? null
                : All.ToDictionary(each => each.Title, IOpenApiExample (each) => new OpenApiExample { Value = each.Body }),
        },
    };

    private static JsonNode Read(string written, string standardAccount) =>
        JsonNode.Parse(written.Replace(PartitionNames.StandardAccount, standardAccount, StringComparison.Ordinal))!;
}
