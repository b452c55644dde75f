using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.OpenApi;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Tests.Wire.Fakes;

/// <summary>The fake services behind ASP.NET's real pipeline, without a socket.</summary>
public sealed class ShopApp : IAsyncLifetime
{
    public const int MaxBody = 100_000;

    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.AddSimulation();
        builder.Services.AddWire().AddServers().AddHealth().AddSingleton<ICallLog, CallLines>()
            .AddSingleton(Shops.Json).AddSingleton(Shops.Query);
        builder.Services.AddAwsOpenApi().Configure<WireOptions>(options => options.MaxBodyBytes = MaxBody);
        _app = builder.Build();
        _app.MapAwsOpenApi();
        _app.MapGet("/_rollingdeploy/clock", () => new ClockView(DateTimeOffset.UnixEpoch));
        _app.MapPut("/_rollingdeploy/clock", (ClockView clock) => clock);
        _app.MapAwsServices();
        await _app.StartAsync();
        Client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
    }

    public Task<Answer> Json(string target, string body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, "/", body, "application/x-amz-json-1.1", [("X-Amz-Target", target), .. headers]);

    public Task<Answer> Form(string form, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, "/", form, "application/x-www-form-urlencoded; charset=utf-8", headers);

    public Task<Answer> Send(
        HttpMethod method, string path, string? body, string? contentType, params (string Name, string Value)[] headers) =>
        Send(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType, headers);

    public async Task<Answer> Send(
        HttpMethod method, string path, byte[]? body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            _ = contentType is not null && request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value)
                || request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return await Answer.Of(response);
    }
}

/// <summary>A record of ours, in camelCase.</summary>
public sealed record ClockView(DateTimeOffset Now);
