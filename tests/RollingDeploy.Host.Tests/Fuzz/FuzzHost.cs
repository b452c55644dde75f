using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>The whole host without a socket, its clocks frozen.</summary>
public sealed class FuzzHost : WebApplicationFactory<Program>
{
    internal Worlds Worlds => Services.GetRequiredService<Worlds>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("RollingDeploy:Clock:Mode", "frozen");
        builder.UseSetting("RollingDeploy:Clock:Start", "2030-01-01T00:00:00Z");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
