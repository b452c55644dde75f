namespace RollingDeploy.Host.Browsers;

/// <summary>
/// The headers by which a browser lets an application of another origin read our answers
/// (https://fetch.spec.whatwg.org/#http-cors-protocol). SDKs sign their requests themselves, so no credentials of the browser's
/// are allowed.
/// </summary>
internal static class Cors
{
    private const string PreflightSeconds = "600";

    // What an SDK reads of an answer besides its body: error types and request ids, the protocol, and the time.
    private static readonly string[] Prefixes = ["x-amz", "x-rollingdeploy"];
    private static readonly string[] Names = ["Smithy-Protocol", "Date", "Location", "Retry-After"];

    /// <summary>Whether a browser asks what it may send.</summary>
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

    /// <summary>Opens the answer that is still to come, whatever it will be.</summary>
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
