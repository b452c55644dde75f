using RollingDeploy.Host.Health;

namespace RollingDeploy.Host.Runtime;

/// <summary>Adds the services that invoke models and real servers to the host.</summary>
internal static class RuntimeSetup
{
    public static void AddRuntime(this IServiceCollection services)
    {
        services.AddSingleton<ForwardClient>();
        services.AddSingleton<Forwarder>();
        services.AddSingleton<Invocations>();
        services.AddSingleton<ResponseStreams>();
        services.AddSingleton<HealthWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<HealthWatch>());
    }
}
