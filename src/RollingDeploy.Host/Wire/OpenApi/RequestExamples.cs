using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The example request bodies of an operation. Each of several examples has a title.</summary>
internal sealed record RequestExamples(IReadOnlyList<(string Title, JsonNode Body)> All)
{
    private const string First = "a first request";

    /// <param name="service">The service, which may have written some.</param>
    /// <param name="operation">The operation, from whose required members one is made otherwise.</param>
    /// <param name="standardAccount">The account that stands in their ARNs.</param>
    public static RequestExamples Of(Service service, Operation operation, string standardAccount)
    {
        var titles = service.Examples.Keys.Where(key => key.StartsWith($"{operation.Name}: ", StringComparison.Ordinal));
        var more = titles.Select(key => (key[(operation.Name.Length + 2)..], Read(service.Examples[key], standardAccount)));
        return new([(First, service.Examples.TryGetValue(operation.Name, out var written)
            ? Read(written, standardAccount)
            : Example.Of(operation.Input, standardAccount)), .. more]);
    }

    /// <summary>The standard has room for one example or for several with titles, and not for both.</summary>
    public Dictionary<string, OpenApiMediaType> In(IOpenApiSchema schema) => new(StringComparer.Ordinal)
    {
        ["application/json"] = new OpenApiMediaType
        {
            Schema = schema,
            Example = All is [var only] ? only.Body : null,
            Examples = All.Count < 2 ? null : All.ToDictionary(each => each.Title, IOpenApiExample (each) => new OpenApiExample { Value = each.Body }),
        },
    };

    private static JsonNode Read(string written, string standardAccount) =>
        JsonNode.Parse(written.Replace(Caller.StandardAccount, standardAccount, StringComparison.Ordinal))!;
}
