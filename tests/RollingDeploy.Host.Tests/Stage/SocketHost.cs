using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>The whole host behind its real server and a socket, for what no HTTP client would send.</summary>
public sealed class SocketHost : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestHost _host = TestHost.With(("urls", "http://127.0.0.1:0"));
    private int _port;

    public ValueTask InitializeAsync()
    {
        _host.UseKestrel();
        _host.StartServer();
        var addresses = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _port = new Uri(addresses.First()).Port;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>
    /// Sends these bytes and reads the first answer: its status, its content type and its body. Line ends of the head are CR LF,
    /// whatever those of <paramref name="head"/> are.
    /// </summary>
    public async Task<(int Status, string? ContentType, string Body)> Send(string head, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n" + body));
        using var late = new CancellationTokenSource(Patience);
        return await Read(stream, late.Token);
    }

    private static async Task<(int Status, string? ContentType, string Body)> Read(NetworkStream stream, CancellationToken late)
    {
        var answer = new StringBuilder();
        var part = new byte[4096];
        int read;
        while (!IsWhole(answer.ToString()) && (read = await stream.ReadAsync(part, late)) > 0)
        {
            answer.Append(Encoding.Latin1.GetString(part, 0, read));
        }

        var text = answer.ToString();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(text.Split(' ')[1]), Header(text[..end], "Content-Type"), text[(end + 4)..]);
    }

    private static bool IsWhole(string answer) =>
        answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and >= 0
        && (Header(answer[..end], "Content-Length") is { } length
            ? answer.Length >= end + 4 + int.Parse(length)
            : answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal));

    private static string? Header(string head, string name) => head.Split("\r\n")
        .Where(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 2)..])
            .FirstOrDefault();
}
