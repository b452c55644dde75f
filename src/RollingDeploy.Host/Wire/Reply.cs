namespace RollingDeploy.Host.Wire;

/// <summary>A whole answer, held in memory: headers go out only when the body is known to be good.</summary>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private readonly List<(string Name, string Value)> _headers = [];

    public Reply With(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }

    public async Task Send(HttpResponse response, CancellationToken aborted)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(Body, aborted);
        }
    }
}
