using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Wire;

var builder = WebApplication.CreateBuilder(args);

var app = builder.Build();
app.MapAwsServices(StsService.Create());
app.Run();
