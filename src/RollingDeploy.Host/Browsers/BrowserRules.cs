using Microsoft.Extensions.Primitives;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Browsers;

/// <summary>
/// Which requests of browsers are served. Any page that somebody opens can send requests to this machine, and some of them change
/// something although the page cannot read the answer. Clients that are no browsers send none of these headers
/// (https://www.w3.org/TR/fetch-metadata/).
/// </summary>
internal sealed class BrowserRules(RollingDeployOptions options)
{
    private readonly HostRule _hosts = new(options.AllowedHosts);
    private readonly HashSet<Origin> _origins = [.. options.AllowedOrigins.Select(Origin.Parse).OfType<Origin>()];

    /// <summary>Why a request is refused; null where it is served.</summary>
    public string? Objection(HttpRequest request) =>
        !_hosts.Allows(request.Host) ? Objections.ToHost(request.Host)
        : IsFromAllowedOrigin(request) || IsFromHere(request) ? null
        : Objections.ToPage(request.Headers.Origin);

    /// <summary>Whether it comes from a page that a setting names.</summary>
    public bool IsFromAllowedOrigin(HttpRequest request) =>
        _origins.Count > 0 && SourceOf(request.Headers.Origin) is { } origin && _origins.Contains(origin);

    // No page at all, a page of ours, or a link to one.
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site.ToString() is "same-origin" or "none" || IsLink(request);
        }

        return request.Headers.Origin.Count == 0 || SourceOf(request.Headers.Origin)?.IsOf(request.Host) is true;
    }

    // Whoever follows a link sees our page; the page with the link sees nothing of it. A frame is not a document.
    private static bool IsLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"].ToString() == "navigate"
        && request.Headers["Sec-Fetch-Dest"].ToString() == "document"
        && !request.Path.StartsWithSegments("/_rollingdeploy", StringComparison.OrdinalIgnoreCase)
        && !request.Query.ContainsKey("Action");

    private static Origin? SourceOf(StringValues header) => header.Count == 1 ? Origin.Parse(header[0]) : null;
}
