using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Servers;

/// <summary>The HTTP client for real servers. It connects only to the configured server.</summary>
internal sealed class ForwardClient : IDisposable
{
    private readonly HttpClient _client;

    public ForwardClient(IOptions<RollingDeployOptions> options)
    {
        var handler = new AllowedServers(options.Value.ForwardTargets).Handler();

        // One connection for each request: a request on a connection that the server is closing is lost and must not be sent
        // again.
        handler.PooledConnectionIdleTimeout = TimeSpan.Zero;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.ConnectionClose = true;
        _client.DefaultRequestHeaders.TryAddWithoutValidation(Loop.Header, Loop.Name);
    }

    /// <summary>Sends a request. Returns when the response headers have arrived.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken late) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, late);

    public void Dispose() => _client.Dispose();
}
