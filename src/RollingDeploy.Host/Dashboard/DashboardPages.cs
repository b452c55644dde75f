using Microsoft.Net.Http.Headers;

namespace RollingDeploy.Host.Dashboard;

/// <summary>
/// Serves the dashboard: the page at <c>/</c> to browsers, and its files at <c>/dashboard/</c>. Every other request at these
/// paths, such as a call of AWS, goes on to routing.
/// </summary>
internal static class DashboardPages
{
    /// <summary>The path of the files. The page names them by relative addresses.</summary>
    public const string Folder = "/dashboard";

    private const string Page = "index.html";

    // Nothing may come from elsewhere, and no script or style may stand in the page. So a name that is shown can never run.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Lazy<Dictionary<string, Endpoint>> Endpoints = new(
        () => DashboardFile.ReadAll().ToDictionary(file => file.Key, file => EndpointOf(file.Key, file.Value)));

    /// <summary>
    /// Selects the page or the file that a request is for. This must run before routing, which then selects nothing else.
    /// </summary>
    public static void UseDashboard(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (NameOf(http.Request) is { } name && Endpoints.Value.TryGetValue(name, out var endpoint))
        {
            http.SetEndpoint(endpoint);
        }

        return next(http);
    });

    private static string? NameOf(HttpRequest request) =>
        !IsOfABrowser(request) ? null
        : request.Path == "/" ? WantsPage(request) ? Page : null
        : request.Path.StartsWithSegments(Folder, StringComparison.Ordinal, out var file) ? file.Value?.TrimStart('/')
        : null;

    // A client of AWS signs its requests, in a header or in the query.
    private static bool IsOfABrowser(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Authorization.Count == 0
        && !request.Query.Keys.Any(name => name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));

    private static bool WantsPage(HttpRequest request) =>
        !request.Query.ContainsKey("Action")
        && !request.Headers.ContainsKey("X-Amz-Target")
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static Endpoint EndpointOf(string name, DashboardFile file) =>
        new(http => Answer(http, file), new EndpointMetadataCollection(), $"Dashboard {name}");

    private static Task Answer(HttpContext http, DashboardFile file)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // Browsers ask each time, and get 304 if they have the file.
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.Accept;
        return TypedResults.Bytes(file.Bytes, file.ContentType, entityTag: file.Tag).ExecuteAsync(http);
    }
}
