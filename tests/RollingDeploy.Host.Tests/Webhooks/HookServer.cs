using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Webhooks;

/// <summary>What a webhook got.</summary>
/// <param name="Path">The path and the query of the request.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
public sealed record Hooked(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Id => Headers["X-RollingDeploy-Event-Id"];

    public string Kind => Headers["X-RollingDeploy-Event-Kind"];

    public string Account => Headers["X-RollingDeploy-Account"];

    public JsonNode Json => JsonNode.Parse(Body)!;

    public override string ToString() => $"{Account} {Id} {Kind}";
}

/// <summary>A real web server on this machine that gets events.</summary>
public sealed class HookServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Hooked> _accepted = new();
    private readonly CancellationTokenSource _ending = new();
    private int _refused;

    private HookServer(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>Returns what to answer to a request; null to hang until the test is over.</summary>
    public Func<Hooked, int?> Status { get; set; } = _ => 200;

    /// <summary>What it accepted, in order.</summary>
    public IReadOnlyList<Hooked> Accepted => [.. _accepted];

    /// <summary>The number of requests that it did not accept.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public string Url => $"{_app.Urls.First()}/hook";

    public static async Task<HookServer> Start(int port = 0)
    {
        var server = new HookServer(port);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Returns what it accepted in an account, when it is at least so much.</summary>
    public async Task<IReadOnlyList<Hooked>> Has(int count, Account? account = null)
    {
        IReadOnlyList<Hooked> Of() => [.. _accepted.Where(each => account is null || each.Account == account.Id)];
        await Eventually.Holds(() => Of().Count >= count, $"there are only {Of().Count} events");
        return Of();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _app.DisposeAsync();
        _ending.Dispose();
    }

    private async Task Answer(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(
            each => each.Key, each => each.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var hooked = new Hooked($"{http.Request.Path}{http.Request.QueryString}", headers, await body.ReadToEndAsync());
        var status = Status(hooked);
        if (status is 200)
        {
            _accepted.Enqueue(hooked);
        }
        else
        {
            Interlocked.Increment(ref _refused);
        }

        if (status is null)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token, http.RequestAborted);
            await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        else
        {
            http.Response.StatusCode = status.Value;
            http.Response.Headers.Location = status is 302 ? "/elsewhere" : default;
        }
    }
}
