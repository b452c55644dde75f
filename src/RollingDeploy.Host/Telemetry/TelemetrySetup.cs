using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Telemetry;

/// <summary>
/// Adds the meter, and sends what it measures by OTLP if one of OpenTelemetry's standard variables says where to.
/// </summary>
internal static class TelemetrySetup
{
    private const string Service = "rollingdeploy";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<HostMeter>()
            .AddSingleton<ICallLog>(provider => provider.GetRequiredService<HostMeter>())
            .AddSingleton<IEventReader>(provider => provider.GetRequiredService<HostMeter>())
            .AddHostedService(provider => provider.GetRequiredService<HostMeter>());
        var configuration = builder.Configuration;
        if (!OtlpVariables.HaveReceiver(configuration))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                configuration["OTEL_SERVICE_NAME"] ?? Service, serviceVersion: ProductVersion.Text))
            .WithMetrics(metrics => metrics.AddMeter(HostMeter.Name).AddOtlpExporter());
    }
}
