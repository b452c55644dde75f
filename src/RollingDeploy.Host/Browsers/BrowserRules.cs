using Microsoft.Extensions.Primitives;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Browsers;

/// <summary>
/// Decides which requests of browsers are allowed. Any web page can send requests to this machine, and some of them have an
/// effect even if the page cannot read the response. Clients that are not browsers do not send the headers that are checked here
/// (https://www.w3.org/TR/fetch-metadata/).
/// </summary>
internal sealed class BrowserRules(RollingDeployOptions options)
{
    private readonly HostRule _hosts = new(options.AllowedHosts);
    private readonly HashSet<Origin> _origins = [.. options.AllowedOrigins.Select(Origin.Parse).OfType<Origin>()];

    /// <summary>Returns why a request is refused; null if it is allowed.</summary>
    public string? Objection(HttpRequest request) =>
        !_hosts.Allows(request.Host) ? Objections.ToHost(request.Host)
        : IsFromAllowedOrigin(request) || IsFromHere(request) ? null
        : Objections.ToPage(request.Headers.Origin);

    /// <summary>Returns whether a request comes from an origin in the setting <c>AllowedOrigins</c>.</summary>
    public bool IsFromAllowedOrigin(HttpRequest request) =>
        _origins.Count > 0 && SourceOf(request.Headers.Origin) is { } origin && _origins.Contains(origin);

    // True if the request comes from no page, from one of our own pages, or from a link to one of our own pages.
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site.ToString() is "same-origin" or "none" || IsLink(request);
        }

        return request.Headers.Origin.Count == 0 || SourceOf(request.Headers.Origin)?.IsOf(request.Host) is true;
    }

    // A user who follows a link sees our page. The page with the link cannot read it. A frame is not a document.
    private static bool IsLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"].ToString() == "navigate"
        && request.Headers["Sec-Fetch-Dest"].ToString() == "document"
        && !request.Path.StartsWithSegments("/_rollingdeploy", StringComparison.OrdinalIgnoreCase)
        && !request.Query.ContainsKey("Action");

    private static Origin? SourceOf(StringValues header) => header.Count == 1 ? Origin.Parse(header[0]) : null;
}
