using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>A message of a stream.</summary>
public sealed record Message(string Id, string Event, JsonNode Data)
{
    public string Sentence => Data["sentence"]!.GetValue<string>();

    public override string ToString() => $"{Id} {Event} {Data.ToJsonString()}";
}

/// <summary>An open stream of server-sent events, read as a client reads it.</summary>
public sealed class OpenEvents : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private OpenEvents(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _lines = new StreamReader(body);
    }

    public HttpResponseMessage Response => _response;

    /// <summary>Opens a stream. Nothing that happens after the return is missed.</summary>
    public static async Task<OpenEvents> Open(TestHost host, Account account, string query = "", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/_rollingdeploy/events?account={account.Id}&{query}".TrimEnd('&'));
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await host.CreateClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, response.ToString());
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The lines of the next message or comment; null if the stream has ended.</summary>
    public async Task<List<string>?> NextLines()
    {
        using var late = new CancellationTokenSource(Patience);
        var lines = new List<string>();
        while (await _lines.ReadLineAsync(late.Token) is { } line)
        {
            if (line.Length == 0)
            {
                return lines;
            }

            lines.Add(line);
        }

        return null;
    }

    /// <summary>The next message, without comments.</summary>
    public async Task<Message> Next()
    {
        while (true)
        {
            var lines = await NextLines() ?? throw new InvalidOperationException("the stream has ended");
            if (lines is [var id, var name, var data])
            {
                return new(id["id: ".Length..], name["event: ".Length..], JsonNode.Parse(data["data: ".Length..])!);
            }

            lines.Should().Equal(":");
        }
    }

    public async Task<List<Message>> Next(int count)
    {
        var messages = new List<Message>();
        while (messages.Count < count)
        {
            messages.Add(await Next());
        }

        return messages;
    }

    /// <summary>The messages up to the first one of a kind.</summary>
    public async Task<List<Message>> Until(string kind)
    {
        var messages = new List<Message>();
        do
        {
            messages.Add(await Next());
        }
        while (messages[^1].Event != kind);
        return messages;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
