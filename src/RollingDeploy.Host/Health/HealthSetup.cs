using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Health;

/// <summary>Adds the pings of real servers to the host.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthWatch>();
        services.AddSingleton<IServerPings>(provider => provider.GetRequiredService<HealthWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<HealthWatch>());

        // After the worlds are restored.
        services.AddHostedService<RestoredServers>();
        return services;
    }
}
