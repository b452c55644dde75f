using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Terminal;

namespace RollingDeploy.Host.Wire;

/// <summary>Maps the AWS services to routes.</summary>
internal static class WireEndpoints
{
    /// <summary>
    /// Maps the JSON routes of each service, and a fallback route for AWS clients that gets every request without another route.
    /// The OpenAPI document lists the services mapped here.
    /// </summary>
    public static void MapAwsServices(this IEndpointRouteBuilder endpoints, params IEnumerable<Service> services)
    {
        Service[] here = [.. services];

        // Created at the first request, so that a wrong setting is reported by the start-up checks and not here.
        var made = new Lazy<Gateway>(() => new Gateway(
            here,
            endpoints.ServiceProvider.GetRequiredService<IOptions<WireOptions>>(),
            new CallLines(endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>(),
                endpoints.ServiceProvider.GetRequiredService<Worlds>()),
            endpoints.ServiceProvider.GetRequiredService<ILogger<Gateway>>()));
        Task Handle(HttpContext http) => made.Value.Handle(http);
        var refusal = new AwsRefusal((http, text) => made.Value.Refusal(http.Request, text));
        foreach (var service in here)
        {
            foreach (var route in RoutesOf(service))
            {
                endpoints.MapPost(route, Handle).WithMetadata(service, refusal).ExcludeFromDescription();
            }
        }

        endpoints.MapFallback("{**path}", Handle).WithMetadata(refusal).ExcludeFromDescription();
    }

    private static IEnumerable<string> RoutesOf(Service service) => service.Route is { } route
        ? [$"/{route}/{{operation}}"]
        : service.Operations.Select(operation => operation.Route!.Template);
}
