using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>A server on this machine that answers every request with the same bytes, right or wrong, and hangs up.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[]? _answer;
    private readonly List<TcpClient> _held = [];

    /// <param name="answer">Null: it never answers.</param>
    public LoopbackServer(string? answer)
    {
        _answer = answer is null ? null : Encoding.ASCII.GetBytes(answer.ReplaceLineEndings("\r\n"));
        _listener.Start();
        _ = Serve();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The last request, as it came.</summary>
    public string Request { get; private set; } = "";

    public void Dispose()
    {
        _listener.Stop();
        _held.ForEach(client => client.Dispose());
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _held.Add(client);
                Request = await Read(client.GetStream());
                if (_answer is not null)
                {
                    await client.GetStream().WriteAsync(_answer);
                    client.Client.Shutdown(SocketShutdown.Both);
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static async Task<string> Read(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))?["Content-Length: ".Length..];
        return end >= 0 && request.Length - end - 4 >= int.Parse(length ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
