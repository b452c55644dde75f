namespace RollingDeploy.Host.CommandLine.Following;

/// <summary>A message of a stream of server-sent events.</summary>
/// <param name="Id">The ID; null if it has none.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Data">The data.</param>
internal sealed record ServerSentEvent(string? Id, string Kind, string Data);

/// <summary>
/// Reads server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). The server sends a comment every
/// 15 s; a stream without one for 45 s is taken for broken.
/// </summary>
internal sealed class ServerSentEvents(Stream stream) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    private readonly StreamReader _reader = new(stream);

    /// <summary>Returns the next message; null at the end of the stream.</summary>
    public async Task<ServerSentEvent?> Next(CancellationToken cancel)
    {
        var (id, kind, data) = ((string?)null, "message", (string?)null);
        while (await Line(cancel) is { } line)
        {
            if (line.Length == 0 && data is not null)
            {
                return new(id, kind, data);
            }

            var (field, value) = Split(line);
            switch (field)
            {
                case "id": id = value; break;
                case "event": kind = value; break;
                case "data": data = data is null ? value : $"{data}\n{value}"; break;
                default: break;
            }
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    private static (string Field, string Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..].TrimStart(' '));
    }

    private async Task<string?> Line(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            return await _reader.ReadLineAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("The server has sent nothing for too long.");
        }
    }
}
