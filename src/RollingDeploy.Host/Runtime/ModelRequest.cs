namespace RollingDeploy.Host.Runtime;

/// <summary>What reaches a model of a request; AWS strips everything else.</summary>
internal sealed record ModelRequest(byte[] Body)
{
    public string? ContentType { get; init; }

    public string? Accept { get; init; }

    public string? CustomAttributes { get; init; }

    public string? SessionId { get; init; }

    public string? TargetModel { get; init; }
}

/// <summary>What a model answers.</summary>
/// <param name="Status">Its HTTP status; 0 where there was no answer in time.</param>
/// <param name="Body">Its body, or in words why there is none.</param>
internal sealed record ModelAnswer(int Status, byte[] Body)
{
    /// <summary>How a body begins to be any.</summary>
    public const string AnyType = "application/octet-stream";

    public string ContentType { get; init; } = AnyType;

    public string? CustomAttributes { get; init; }

    /// <summary>The session that it has begun, and until when; null where it has begun none.</summary>
    public string? NewSessionId { get; init; }

    /// <summary>The session that it has ended.</summary>
    public string? ClosedSessionId { get; init; }

    /// <summary>AWS passes no 2xx on but 200, and calls everything that is neither 2xx nor 4xx a server's error.</summary>
    public bool IsGood => Status is >= 200 and < 300;

    public bool IsClientError => Status is >= 400 and < 500;

    /// <summary>The status that it has in the metrics.</summary>
    public int CountsAs => IsGood ? StatusCodes.Status200OK : IsClientError ? Status : StatusCodes.Status500InternalServerError;
}

/// <summary>How a stream ended before its end.</summary>
internal sealed record StreamBreak(string ErrorCode, string Message);
