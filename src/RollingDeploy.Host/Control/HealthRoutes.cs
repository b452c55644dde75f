using System.Reflection;

namespace RollingDeploy.Host.Control;

/// <summary>What a health check sees.</summary>
internal sealed record Health(string Status, string Version);

/// <summary>Whether the host serves.</summary>
internal static class HealthRoutes
{
    /// <summary>The version of this build.</summary>
    public static readonly string Version =
        typeof(HealthRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly Health Healthy = new("healthy", Version);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health", ["HEAD"], () => TypedResults.Ok()).ExcludeFromDescription();
        routes.MapGet("/health", () => TypedResults.Ok(Healthy))
            .WithTags("RollingDeploy").WithSummary("Whether the host serves").WithName("health").ProducesProblem(403);
        routes.MapGet("/_rollingdeploy/health", () => TypedResults.Ok(Healthy))
            .WithTags("RollingDeploy").WithSummary("Whether the host serves").WithName("rollingdeployHealth").ProducesProblem(403);
    }
}
