using System.Globalization;
using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Gives every operation a unique ID, as OpenAPI requires. ASP.NET gives none to a route without a name.</summary>
internal static class OperationIds
{
    public static void Complete(OpenApiDocument document)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, method, operation) in Operations(document))
        {
            var wanted = operation.OperationId ?? FromRoute(method, path);
            operation.OperationId = wanted;
            for (var number = 2; !taken.Add(operation.OperationId); number++)
            {
                operation.OperationId = string.Create(CultureInfo.InvariantCulture, $"{wanted}{number}");
            }
        }
    }

    private static IEnumerable<(string Path, HttpMethod Method, OpenApiOperation Operation)> Operations(OpenApiDocument all) =>
        from path in all.Paths
        from operation in path.Value.Operations ?? []
        select (path.Key, operation.Key, operation.Value);

    // GET /_rollingdeploy/models/{name} becomes get_rollingdeploy_models_name.
    private static string FromRoute(HttpMethod method, string path)
    {
        var words = path.Split(['/', '{', '}', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('_', words.Prepend(method.Method.ToLowerInvariant()));
    }
}
