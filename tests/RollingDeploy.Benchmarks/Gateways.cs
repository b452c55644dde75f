using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Benchmarks;

/// <summary>Makes the services of a host with a gateway to one service of AWS. It is not started, and has no socket.</summary>
internal static class Gateways
{
    public static ServiceProvider Build(Service service, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddSimulation();
        builder.Services.AddWire().AddServers().AddHealth().AddSingleton(service);
        return (ServiceProvider)builder.Build().Services;
    }
}
