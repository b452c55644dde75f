using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Control;

/// <summary>Everything under <c>/_rollingdeploy</c>: what AWS does not have and a test needs.</summary>
internal static class ControlRoutes
{
    // In bytes: the longest thing to say is a model's answer.
    private const long LongestBody = 4 * 1024 * 1024;

    public static IServiceCollection AddControl(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => ControlSerializer.Configure(options.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.OpenApi.OpenApiOptions>("v1", options => options.DescribeControl());
        return services;
    }

    /// <summary>
    /// What is sent to our own routes is always JSON: <c>curl -d</c> says it is a form, and is not refused for that. It must come
    /// before routing, which chooses a route by the content type. Every answer, whatever it is, says whose world it is about.
    /// </summary>
    public static void UseControl(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(UnreadableBodies.Explain);
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/_rollingdeploy", StringComparison.OrdinalIgnoreCase))
            {
                http.Request.ContentType = "application/json";

                // When it begins: whoever writes an error first clears what headers there are.
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
        routes.AddEndpointFilter(KnownParameters.Invoke);
        routes.AddEndpointFilter(LeapFirst.Invoke);
        routes.MapClock();
        routes.MapDeployments();
        routes.MapFaults();
        routes.MapQuotas();
        routes.MapBehaviors();
        routes.MapTraffic();
    }

    private static Task Name(HttpContext http)
    {
        try
        {
            http.Response.About(Caller.Named(http.Request, http.RequestServices.GetRequiredService<Worlds>().Settings.Account));
        }
        catch (AwsError)
        {
            // No account or no region is called so: it was refused for that.
        }

        return Task.CompletedTask;
    }
}
