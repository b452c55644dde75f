namespace RollingDeploy.Host.Wire.Errors;

/// <summary>How an error is written in each protocol: its shape, its code in the query protocol, and its HTTP status.</summary>
internal sealed record ErrorRow(string Shape, string? QueryCode = null, int Status = 400)
{
    /// <summary>The prefix of the shape in <c>__type</c>, with <c>#</c> at its end; null for the prefix of the service.</summary>
    public string? Namespace { get; init; }

    /// <summary>The status in JSON and CBOR for a client that does not ask for query-compatible errors.</summary>
    public int StatusWithoutQueryMode { get; init; } = Status;

    /// <summary>Whether the error has a message. AWS sends some errors without one.</summary>
    public bool HasMessage { get; init; } = true;

    /// <summary>The names of other errors that the service sends as this one.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>
    /// Whether AWS's front end sends the error, as a text without an error name. Clients then show the status instead.
    /// </summary>
    public bool IsFromFrontEnd { get; init; }

    public string Code => QueryCode ?? Shape;

    /// <summary>The <c>Type</c> of the error in the query protocol: Sender or Receiver.</summary>
    public string Party => Status >= 500 ? "Receiver" : "Sender";
}
