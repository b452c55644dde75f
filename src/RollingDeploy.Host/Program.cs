using RollingDeploy.Host.AutoScaling;
using RollingDeploy.Host.Browsers;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Dashboard;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Runtime;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.Seeds;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Telemetry;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Webhooks;
using RollingDeploy.Host.Wire.OpenApi;
using RollingDeploy.Host.Wire.Routing;

return RollingDeployCommand.Run(args, Serve);

static void Serve(Launch launch)
{
    var builder = HostSetup.CreateBuilder(launch);
    builder.Services.AddWebhooks();
    builder.AddSimulation();
    builder.AddTelemetry();
    builder.Services.AddTerminal().AddWire().AddServers().AddHealth().AddRuntime().AddControl().AddSeeds().AddAwsOpenApi();
    builder.Services
        .AddSingleton(_ => SageMakerService.Create())
        .AddSingleton(
            host => RuntimeService.Create(host.GetRequiredService<Invocations>(), host.GetRequiredService<ResponseStreams>()))
        .AddSingleton(_ => CloudWatchService.Create())
        .AddSingleton(_ => AutoScalingService.Create()).AddSingleton(_ => StsService.Create());

    var app = builder.Build();
    app.UseExceptionHandler();
    app.UseControl();
    app.UseDashboard();
    app.UseRouting();
    app.UseBrowserGuard();
    app.MapAwsOpenApi();
    app.MapControl();
    app.MapAwsServices();
    app.Run();
}
