using RollingDeploy.Host.AutoScaling;
using RollingDeploy.Host.Browsers;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Runtime;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Wire.OpenApi;
using RollingDeploy.Host.Wire.Routing;

return RollingDeployCommand.Run(args, Serve);

static void Serve(Launch launch)
{
    var builder = HostSetup.CreateBuilder(launch);
    builder.AddSimulation();
    builder.Services.AddTerminal();
    builder.Services.AddWire();
    builder.Services.AddServers();
    builder.Services.AddHealth();
    builder.Services.AddRuntime();
    builder.Services.AddControl();
    builder.Services.AddAwsOpenApi();

    var app = builder.Build();
    app.UseExceptionHandler();
    app.UseControl();
    app.UseRouting();
    app.UseBrowserGuard();
    app.MapAwsOpenApi();
    app.MapControl();
    app.MapAwsServices(
        SageMakerService.Create(),
        RuntimeService.Create(app.Services.GetRequiredService<Invocations>(), app.Services.GetRequiredService<ResponseStreams>()),
        CloudWatchService.Create(),
        AutoScalingService.Create(),
        StsService.Create());
    app.Run();
}
