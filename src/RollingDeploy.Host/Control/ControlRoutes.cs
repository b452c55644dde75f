using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Control.Views;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Control;

/// <summary>Maps the routes under <c>/_rollingdeploy</c>. They offer what tests need and AWS does not have.</summary>
internal static class ControlRoutes
{
    // In bytes. The longest part of a request is the response of a model.
    private const long LongestBody = 4 * 1024 * 1024;

    public static IServiceCollection AddControl(this IServiceCollection services)
    {
        services.AddSingleton<EventStreams>();
        services.AddSingleton<IEventReader>(provider => provider.GetRequiredService<EventStreams>());
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddSingleton<OwnRoutes>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => ControlSerializer.Configure(options.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.OpenApi.OpenApiOptions>("v1", options => options.DescribeControl());
        return services;
    }

    /// <summary>
    /// Reads every request to our own routes as JSON, because <c>curl -d</c> sends the content type of a form. This must run
    /// before routing, which selects a route by the content type. It also adds the account and the region to the headers of every
    /// response.
    /// </summary>
    public static void UseControl(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(UnreadableBodies.Explain);
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/_rollingdeploy", StringComparison.OrdinalIgnoreCase))
            {
                http.Request.ContentType = "application/json";

                // Headers are added when the response starts, because the exception handler clears all earlier headers.
                http.Response.OnStarting(() => Name(http));
            }

            return next(http);
        });
    }

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        app.MapHealth();
        var routes = app.MapGroup("/_rollingdeploy").WithTags("RollingDeploy").WithMetadata(new BodyLimit(LongestBody))
            .ProducesProblem(400).ProducesProblem(403);
        routes.AddEndpointFilter(KeptFirst.Invoke);
        routes.AddEndpointFilter(KnownParameters.Invoke);
        routes.AddEndpointFilter(LeapFirst.Invoke);
        routes.MapClock();
        routes.MapDeployments();
        routes.MapPlan();
        routes.MapReports();
        routes.MapViews();
        routes.MapFaults();
        routes.MapQuotas();
        routes.MapBehaviors();
        routes.MapTraffic();
        routes.MapInvocations();
        routes.MapEvents();
        routes.MapState();
        app.ServiceProvider.GetRequiredService<OwnRoutes>().Mapped = app.DataSources;
    }

    private static Task Name(HttpContext http)
    {
        try
        {
            var settings = http.RequestServices.GetRequiredService<Worlds>().Settings;
            var caller = Caller.Named(http.Request.Head(), settings.Account);
            http.Response.Headers[PartitionHeaders.Account] = caller.Account;
            http.Response.Headers[PartitionHeaders.Region] = caller.Region;
        }
        catch (AwsError)
        {
            // The account or the region in the request is not valid. The response is an error that says so.
        }

        return Task.CompletedTask;
    }
}
