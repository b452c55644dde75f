namespace RollingDeploy.Host.Wire;

/// <summary>A response in memory. Its headers are sent only after the body is complete, except for a stream.</summary>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>Writes a streamed body; null if <see cref="Body"/> is the whole body.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    public Reply With(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }

    public async Task Send(HttpResponse response, CancellationToken aborted)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Stream is null ? Body.Length : null;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (Stream is not null)
        {
            await Stream(response.Body, aborted);
        }
        else if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(Body, aborted);
        }
    }
}
