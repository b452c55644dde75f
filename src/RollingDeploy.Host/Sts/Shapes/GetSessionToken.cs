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
}

/// <summary>The credentials.</summary>
internal sealed record GetSessionTokenResponse
{
    public Credentials? Credentials { get; init; }
}
