namespace RollingDeploy.Host.Control;

/// <summary>Everything under <c>/_rollingdeploy</c>: what AWS does not have and a test needs.</summary>
internal static class ControlRoutes
{
    public static IServiceCollection AddControl(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => ControlSerializer.Configure(options.SerializerOptions));
        return services;
    }

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        app.MapHealth();
        var routes = app.MapGroup("/_rollingdeploy").WithTags("RollingDeploy");
        routes.MapClock();
        routes.MapDeployments();
        routes.MapFaults();
    }
}
