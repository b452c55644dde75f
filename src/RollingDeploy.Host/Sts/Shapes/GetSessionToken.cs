using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Sts.Shapes;

/// <summary>Returns temporary credentials for the caller's own account.</summary>
internal sealed record GetSessionTokenRequest
{
    /// <summary>The lifetime of the credentials in seconds. It is at most an hour, as for the owner of an account.</summary>
    [Range(900, 129600)]
    public int? DurationSeconds { get; init; }

    [Length(9, 256), Pattern(@"[\w+=/:,.@-]*")]
    public string? SerialNumber { get; init; }

    /// <summary>Any code is accepted.</summary>
    [Length(6, 6), Pattern(@"[\d]*")]
    public string? TokenCode { get; init; }

    /// <summary>The session token is filled up to this size, in bytes.</summary>
    [Range(0, 4096)]
    public int? MinimumSessionTokenSize { get; init; }
}

/// <summary>The credentials.</summary>
internal sealed record GetSessionTokenResponse
{
    public Credentials? Credentials { get; init; }

    /// <summary>How much of the maximum size the session token has, in percent.</summary>
    public int? SessionTokenUtilization { get; init; }

    /// <summary>The size of the session token, in bytes.</summary>
    public int? SessionTokenSize { get; init; }
}
