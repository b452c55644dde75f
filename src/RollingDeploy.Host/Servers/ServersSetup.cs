namespace RollingDeploy.Host.Servers;

/// <summary>Adds the client for real servers to the host.</summary>
internal static class ServersSetup
{
    public static IServiceCollection AddServers(this IServiceCollection services) =>
        services.AddSingleton<ForwardClient>().AddSingleton<Forwarder>();
}
