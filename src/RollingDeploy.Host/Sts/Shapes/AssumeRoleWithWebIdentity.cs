using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Sts.Shapes;

/// <summary>
/// Returns temporary credentials for the account of a role, for the token of an identity provider. No signature is needed.
/// </summary>
internal sealed record AssumeRoleWithWebIdentityRequest
{
    [Required, StsArn, Length(20, 2048)]
    public string? RoleArn { get; init; }

    [Required, Length(2, 64), Pattern(@"[\w+=,.@-]*")]
    public string? RoleSessionName { get; init; }

    /// <summary>An ID token (JWT), whose expiration is checked and whose signature is not, or any other token.</summary>
    [Required, Length(4, 20000)]
    public string? WebIdentityToken { get; init; }

    /// <summary>The provider of a token that is not an ID token.</summary>
    [Length(4, 2048)]
    public string? ProviderId { get; init; }

    [Length(0, 10)]
    public List<PolicyDescriptorType>? PolicyArns { get; init; }

    /// <summary>A policy that limits the session. It is checked and has no effect.</summary>
    [Length(1, 2048), Pattern(@"[\u0009\u000A\u000D\u0020-\u00FF]+")]
    public string? Policy { get; init; }

    /// <summary>The lifetime of the credentials in seconds. The default is an hour.</summary>
    [Range(900, 43200)]
    public int? DurationSeconds { get; init; }

    /// <summary>The session token is filled up to this size, in bytes.</summary>
    [Range(0, 4096)]
    public int? MinimumSessionTokenSize { get; init; }
}

/// <summary>The credentials, who their user is, and what the token says.</summary>
internal sealed record AssumeRoleWithWebIdentityResponse
{
    public Credentials? Credentials { get; init; }

    /// <summary>The <c>sub</c> of an ID token.</summary>
    [Length(6, 255)]
    public string? SubjectFromWebIdentityToken { get; init; }

    public AssumedRoleUser? AssumedRoleUser { get; init; }

    /// <summary>How much of the space for policies is used, in percent.</summary>
    [Range(0)]
    public int? PackedPolicySize { get; init; }

    /// <summary>The <c>iss</c> of an ID token, or the given provider.</summary>
    public string? Provider { get; init; }

    /// <summary>The <c>aud</c> of an ID token.</summary>
    public string? Audience { get; init; }

    [Length(2, 64), Pattern(@"[\w+=,.@-]*")]
    public string? SourceIdentity { get; init; }

    /// <summary>How much of the maximum size the session token has, in percent.</summary>
    public int? SessionTokenUtilization { get; init; }

    /// <summary>The size of the session token, in bytes.</summary>
    public int? SessionTokenSize { get; init; }
}
