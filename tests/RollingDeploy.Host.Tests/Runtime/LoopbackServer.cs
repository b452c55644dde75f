using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>
/// A server on this machine that answers every invocation with the same bytes, right or wrong, and hangs up. To its ping it
/// says that it is well, until it is told to say something else.
/// </summary>
public sealed class LoopbackServer : IDisposable
{
    public const string Well = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<NetworkStream, Task> _answer;
    private readonly ConcurrentBag<TcpClient> _held = [];
    private int _pings;

    /// <summary>One that never answers.</summary>
    public LoopbackServer()
        : this(_ => Task.Delay(Timeout.Infinite))
    {
    }

    public LoopbackServer(string answer)
        : this(stream => Write(stream, answer))
    {
    }

    /// <param name="answer">Writes what it answers, in its own time.</param>
    public LoopbackServer(Func<NetworkStream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Serve();
    }

    public string Address => $"http://127.0.0.1:{Port}";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The last invocation, as it came.</summary>
    public string Request { get; private set; } = "";

    /// <summary>What it answers to its ping; null for nothing.</summary>
    public string? Ping { get; set; } = Well;

    /// <summary>How often it was pinged.</summary>
    public int Pings => Volatile.Read(ref _pings);

    public static Task Write(NetworkStream stream, string text) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"))).AsTask();

    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _held)
        {
            client.Dispose();
        }
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _held.Add(client);
                _ = Answer(client);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        try
        {
            var request = await Read(client.GetStream());
            if (request.StartsWith("GET ", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _pings);
                await (Ping is { } said ? Write(client.GetStream(), said) : Task.Delay(Timeout.Infinite));
            }
            else
            {
                Request = request;
                await _answer(client.GetStream());
            }

            client.Client.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or IOException)
        {
            // Whoever asked does not want to know any more.
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
