using System.Net;
using System.Net.Sockets;
using RollingDeploy.Host.Behaviors;

namespace RollingDeploy.Host.Servers;

/// <summary>
/// Connects only to servers that <see cref="ForwardTargets"/> allows: without redirects, without proxies and without cookies.
/// </summary>
internal sealed class AllowedServers(ForwardTargets targets)
{
    /// <summary>Returns a handler of an HTTP client.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // The trace headers of the caller must not be sent to others.
        ActivityHeadersPropagator = null,
        ConnectCallback = Connect,
    };

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken late)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = targets.Reachable(host, await Dns.GetHostAddressesAsync(host, late));
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
