using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Servers;

/// <summary>
/// The HTTP client for real servers. It connects only to the configured server: without redirects, without proxies, and only to
/// addresses that <see cref="ForwardTargets"/> allows.
/// </summary>
internal sealed class ForwardClient : IDisposable
{
    private readonly ForwardTargets _targets;
    private readonly HttpClient _client;

    public ForwardClient(IOptions<RollingDeployOptions> options)
    {
        _targets = options.Value.ForwardTargets;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            // The trace headers of the caller must not be sent to the container.
            ActivityHeadersPropagator = null,
            // One connection for each request: a request on a connection that the server is closing is lost and must not be sent
            // again.
            PooledConnectionIdleTimeout = TimeSpan.Zero,
            ConnectCallback = Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.ConnectionClose = true;
        _client.DefaultRequestHeaders.TryAddWithoutValidation(Loop.Header, Loop.Name);
    }

    /// <summary>Sends a request. Returns when the response headers have arrived.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken late) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, late);

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken late)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = _targets.Reachable(host, await Dns.GetHostAddressesAsync(host, late));
        if (addresses.Length == 0)
        {
            throw new IOException($"{host} is not {ForwardTargets.Allowed}.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, late);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
