using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Runtime;

/// <summary>Adds the services that invoke models to the host.</summary>
internal static class RuntimeSetup
{
    public static IServiceCollection AddRuntime(this IServiceCollection services)
    {
        services.AddSingleton<Invocations>();
        services.AddSingleton<ResponseStreams>();
        services.AddSingleton<AsyncForwarder>();
        services.AddSingleton<IEventReader>(provider => provider.GetRequiredService<AsyncForwarder>());
        services.AddHostedService(provider => provider.GetRequiredService<AsyncForwarder>());
        return services;
    }
}
