namespace RollingDeploy.Host.Wire;

/// <summary>
/// An answer, held in memory: headers go out only when the body is known to be good. What is streamed is the exception.
/// </summary>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>Writes a body that is still to come; null where <see cref="Body"/> is all of it.</summary>
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
