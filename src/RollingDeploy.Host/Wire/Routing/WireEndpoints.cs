using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>Maps the AWS services to routes.</summary>
internal static class WireEndpoints
{
    /// <summary>Adds the gateway, and configures the AWS protocols by the settings.</summary>
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        services.AddOptions<WireOptions>()
            .Configure<IOptions<RollingDeployOptions>>((wire, ours) =>
            {
                wire.StrictEnumerations = ours.Value.StrictInstanceTypes;
                wire.MaxPayloadBytes = ours.Value.Runtime.MaxBodyBytes;
                wire.StandardAccount = ours.Value.Account;
            });
        return services.AddSingleton<Gateway>().AddSingleton<AwsEndpoint>();
    }

    /// <summary>
    /// Maps the JSON routes of each <see cref="Service"/> that was added to the host, and a fallback route for AWS clients that
    /// gets every request without another route. The OpenAPI document lists the services mapped here.
    /// </summary>
    public static void MapAwsServices(this IEndpointRouteBuilder endpoints)
    {
        // Created at the first request, so that a wrong setting is reported by the start-up checks and not here.
        var made = new Lazy<AwsEndpoint>(endpoints.ServiceProvider.GetRequiredService<AwsEndpoint>);
        Task Handle(HttpContext http) => made.Value.Handle(http);
        var refusal = new AwsRefusal((head, text) => made.Value.Gateway.Refusal(head, text));
        foreach (var service in endpoints.ServiceProvider.GetServices<Service>())
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
