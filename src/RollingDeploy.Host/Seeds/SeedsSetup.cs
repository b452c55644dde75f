using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Seeds;

/// <summary>Adds the seeds to the host.</summary>
internal static class SeedsSetup
{
    public static IServiceCollection AddSeeds(this IServiceCollection services)
    {
        services.AddSingleton<SeedRuns>();

        // Made when there are seeds to apply, because the services of AWS take a while to make.
        services.AddSingleton(provider => new Lazy<SeedRuns>(provider.GetRequiredService<SeedRuns>));
        services.AddSingleton<WorldSeeds>();
        services.AddSingleton<IWorldSeeds>(provider => provider.GetRequiredService<WorldSeeds>());
        services.AddHostedService(provider => provider.GetRequiredService<WorldSeeds>());
        return services;
    }
}
