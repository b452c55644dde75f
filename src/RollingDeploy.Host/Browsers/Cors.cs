namespace RollingDeploy.Host.Browsers;

/// <summary>
/// The CORS headers, with which a browser lets an application of another origin read our responses
/// (https://fetch.spec.whatwg.org/#http-cors-protocol). Credentials of the browser are not allowed, because SDKs sign their
/// requests themselves.
/// </summary>
internal static class Cors
{
    private const string PreflightSeconds = "600";

    // The response headers that SDKs read: error types, request IDs, the protocol and the time.
    private static readonly string[] Prefixes = ["x-amz", "x-rollingdeploy"];
    private static readonly string[] Names = ["Smithy-Protocol", "Date", "Location", "Retry-After"];

    /// <summary>Returns whether the request is a preflight request, with which a browser asks what it may send.</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    public static void Answer(HttpContext http)
    {
        var (asked, headers) = (http.Request.Headers, http.Response.Headers);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        headers.AccessControlAllowOrigin = asked.Origin;
        headers.AccessControlAllowMethods = asked.AccessControlRequestMethod;
        headers.AccessControlAllowHeaders = asked.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = PreflightSeconds;
        headers.Vary = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
        if (asked["Access-Control-Request-Private-Network"] == "true")
        {
            headers["Access-Control-Allow-Private-Network"] = "true";
        }
    }

    /// <summary>Adds CORS headers to the response when it starts.</summary>
    public static void Open(HttpContext http) => http.Response.OnStarting(() =>
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
        headers.AccessControlExposeHeaders = string.Join(", ", headers.Keys.Where(IsExposed).Union(Names));
        headers.Append("Vary", "Origin");
        return Task.CompletedTask;
    });

    private static bool IsExposed(string header) =>
        Array.Exists(Prefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
