using System.Reflection;

namespace RollingDeploy.Host.Control;

/// <summary>What a health check sees.</summary>
internal sealed record Health(string Status, string Version);

/// <summary>Whether the host serves.</summary>
internal static class HealthRoutes
{
    private static readonly Health Healthy = new(
        "healthy",
        typeof(HealthRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => TypedResults.Ok(Healthy))
            .WithTags("RollingDeploy").WithSummary("Whether the host serves").WithName("health");
        routes.MapGet("/_rollingdeploy/health", () => TypedResults.Ok(Healthy))
            .WithTags("RollingDeploy").WithSummary("Whether the host serves").WithName("rollingdeployHealth");
    }
}
