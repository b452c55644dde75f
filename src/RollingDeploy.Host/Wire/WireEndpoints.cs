using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Terminal;

namespace RollingDeploy.Host.Wire;

/// <summary>Puts AWS services on the app's routes.</summary>
internal static class WireEndpoints
{
    /// <summary>
    /// Maps each service's plain routes, and the fallback that hears every AWS client: what no other route of the app takes.
    /// The OpenAPI document lists the services mapped here.
    /// </summary>
    public static void MapAwsServices(this IEndpointRouteBuilder endpoints, params IEnumerable<Service> services)
    {
        Service[] here = [.. services];

        // Made at the first request: a setting that is wrong stops the host when it starts, with a sentence, and not here.
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
