using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Template;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>
/// Calls our own routes without a web server, with their filters and checks. The worlds can be others than those of the host.
/// </summary>
internal sealed class OwnRoutes(IServiceProvider services, ILogger<ProblemHandler> logger)
{
    private DefaultEndpointDataSource? _all;

    /// <summary>Where routes are mapped. It is read at the first call, when all of them are.</summary>
    public ICollection<EndpointDataSource> Mapped { get; set; } = [];

    /// <summary>Calls a route. Returns what the answer says is wrong; null if the call succeeds.</summary>
    public async Task<string?> Call(
        string method, string path, QueryString partition, byte[]? body, Worlds worlds, HealthWatch health)
    {
        var all = _all ??= new([.. Mapped.SelectMany(source => source.Endpoints)]);
        var values = new RouteValueDictionary();
        var here = all.Endpoints.OfType<RouteEndpoint>().Where(each => IsAt(each, path, values)).ToList();
        var route = here.Find(each => each.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) is true);
        if (route is null)
        {
            return here.Count == 0 ? "There is no route at this path." : $"There is no route for {method} at this path.";
        }

        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = new Substitutes(services, worlds, health, all) };
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (method, path, partition);
        (http.Request.ContentType, http.Request.ContentLength) = ("application/json", body?.Length);
        (http.Request.Body, http.Response.Body) = (new MemoryStream(body ?? []), answer);
        http.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(body is not null));
        IsAt(route, path, http.Request.RouteValues);
        http.SetEndpoint(route);
        return await Problem(http, route.RequestDelegate!, new ProblemHandler(worlds, logger));
    }

    private static async Task<string?> Problem(HttpContext http, RequestDelegate route, ProblemHandler handler)
    {
        try
        {
            await route(http);
        }
        catch (Exception error)
        {
            return handler.Describe(error, http.Request).Detail;
        }

        return http.Response.StatusCode < StatusCodes.Status400BadRequest ? null : $"The status is {http.Response.StatusCode}.";
    }

    private static bool IsAt(RouteEndpoint route, string path, RouteValueDictionary values)
    {
        values.Clear();
        return route.RoutePattern.RawText is { } template
            && new TemplateMatcher(TemplateParser.Parse(template.TrimStart('/')), []).TryMatch(path, values)
            && route.Order == 0;
    }

    private sealed record HasBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    // The services that hold worlds are replaced.
    private sealed class Substitutes(IServiceProvider services, Worlds worlds, HealthWatch health, EndpointDataSource mapped)
        : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Worlds) ? worlds
            : serviceType == typeof(HealthWatch) ? health
            : serviceType == typeof(EndpointDataSource) ? mapped
            : services.GetService(serviceType);
    }
}
