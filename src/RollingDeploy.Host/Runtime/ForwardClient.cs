using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// ASP.NET's own HTTP client, for real servers. It goes where it was told to go and nowhere else: no redirects, no proxies, and
/// no address that a name should not have.
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
            // A trace that the caller has begun would be one more header of his that goes to the container.
            ActivityHeadersPropagator = null,
            // What is sent into a connection that the server is just closing is lost, and must not be sent again: each has its
            // own.
            PooledConnectionIdleTimeout = TimeSpan.Zero,
            ConnectCallback = Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.ConnectionClose = true;
        _client.DefaultRequestHeaders.TryAddWithoutValidation(Loop.Header, Loop.Name);
    }

    /// <summary>Asks, and returns when the headers of the answer are there.</summary>
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
