namespace RollingDeploy.Host.Wire;

/// <summary>A response in memory. Its headers are sent only after the body is complete, except for a stream.</summary>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>The headers besides <c>Content-Type</c> and <c>Content-Length</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => _headers;

    /// <summary>Writes a streamed body; null if <see cref="Body"/> is the whole body.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    public Reply With(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }
}
