using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Wire;

var builder = WebApplication.CreateBuilder(args);
builder.AddSimulation();
builder.Services.AddControl();

var app = builder.Build();
app.UseExceptionHandler();
app.MapControl();
app.MapAwsServices(SageMakerService.Create(), CloudWatchService.Create(), StsService.Create());
app.Run();

/// <summary>The entry point, public so that tests can start the whole host.</summary>
public partial class Program;
