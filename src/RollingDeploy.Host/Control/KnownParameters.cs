using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>
/// Refuses unknown query parameters on our own routes. A misspelt <c>account</c> would otherwise change another account.
/// </summary>
internal static class KnownParameters
{
    private static readonly string[] Known = ["account", "region"];

    public static ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // The parameters that begin with X-Amz- belong to the signature of a presigned URL.
        string[] known = [.. Known, .. OwnOf(context.HttpContext)];
        var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(name =>
            !known.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));
        return unknown is null ? next(context) : throw Odd(Excerpt.Of(unknown), known);
    }

    private static IEnumerable<string> OwnOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>()?.All.Select(each => each.Name!) ?? [];

    private static ProblemException Odd(string name, string[] known) => ProblemException.Bad(
        name,
        $"Unknown query parameter '{name}'. "
        + (Nearest.Of(name, known) is { } near ? $"Did you mean {near}?" : $"Use {string.Join(", ", known[..^1])} or {known[^1]}."));
}
