using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Webhooks;

/// <summary>Adds what sends events to other programs.</summary>
internal static class WebhooksSetup
{
    /// <summary>
    /// Call this before the simulation is added, because services stop in the opposite order: this one stops after the last
    /// events.
    /// </summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<Sender>()
        .AddSingleton<Progress>()
        .AddSingleton<Deliveries>()
        .AddSingleton<IEventReader>(provider => provider.GetRequiredService<Deliveries>())
        .AddHostedService(provider => provider.GetRequiredService<Deliveries>());
}
