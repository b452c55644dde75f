namespace RollingDeploy.Host.Wire.Errors;

/// <summary>How the protocols spell one error: its shape, its code in the query protocol, and its HTTP status.</summary>
internal sealed record ErrorRow(string Shape, string? QueryCode = null, int Status = 400)
{
    /// <summary>What stands before the shape in <c>__type</c>, ending in <c>#</c>; null: what the service's table says.</summary>
    public string? Namespace { get; init; }

    /// <summary>The status in JSON and CBOR for a client that does not ask for query-compatible errors.</summary>
    public int StatusWithoutQueryMode { get; init; } = Status;

    /// <summary>AWS sends some errors without any text.</summary>
    public bool HasMessage { get; init; } = true;

    /// <summary>Names of other errors that the service sends as this one.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>
    /// Sent by what stands before a REST service, as text without any name: clients show the status in its place.
    /// </summary>
    public bool IsFromFrontEnd { get; init; }

    public string Code => QueryCode ?? Shape;

    /// <summary>Whose fault it is, as the query protocol says it.</summary>
    public string Party => Status >= 500 ? "Receiver" : "Sender";
}
