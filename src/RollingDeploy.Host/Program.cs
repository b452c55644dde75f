using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.OpenApi;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAwsOpenApi();

var app = builder.Build();
app.MapAwsOpenApi();
app.MapAwsServices(StsService.Create());
app.Run();
