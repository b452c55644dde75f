namespace RollingDeploy.Host.Servers;

/// <summary>The parts of a request that a model receives. AWS removes everything else.</summary>
internal sealed record ModelRequest(byte[] Body)
{
    public string? ContentType { get; init; }

    public string? Accept { get; init; }

    public string? CustomAttributes { get; init; }

    public string? SessionId { get; init; }

    public string? TargetModel { get; init; }
}

/// <summary>The response of a model.</summary>
/// <param name="Status">The HTTP status; 0 if there was no response in time.</param>
/// <param name="Body">The body, or a sentence that says why there is no response.</param>
internal sealed record ModelAnswer(int Status, byte[] Body)
{
    /// <summary>The content type of a response that has none.</summary>
    public const string AnyType = "application/octet-stream";

    public string ContentType { get; init; } = AnyType;

    public string? CustomAttributes { get; init; }

    /// <summary>The session that the model has started, with its expiry; null if it has started none.</summary>
    public string? NewSessionId { get; init; }

    /// <summary>The session that the model has ended.</summary>
    public string? ClosedSessionId { get; init; }

    /// <summary>
    /// Whether the status is 2xx. AWS returns every 2xx as 200, and treats a status that is not 2xx or 4xx as a server error.
    /// </summary>
    public bool IsGood => Status is >= 200 and < 300;

    public bool IsClientError => Status is >= 400 and < 500;

    /// <summary>The status that counts in the metrics.</summary>
    public int CountsAs => IsGood ? StatusCodes.Status200OK : IsClientError ? Status : StatusCodes.Status500InternalServerError;
}

/// <summary>Why a stream was interrupted.</summary>
internal sealed record StreamBreak(string ErrorCode, string Message);
