using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Sts.Shapes;

/// <summary>Returns temporary credentials for the account of a role. Every role exists and can be assumed.</summary>
internal sealed record AssumeRoleRequest
{
    [Required, StsArn, Length(20, 2048)]
    public string? RoleArn { get; init; }

    [Required, Length(2, 64), Pattern(@"[\w+=,.@-]*")]
    public string? RoleSessionName { get; init; }

    [Length(0, 10)]
    public List<PolicyDescriptorType>? PolicyArns { get; init; }

    /// <summary>A policy that limits the session. It is checked and has no effect.</summary>
    [Length(1), Pattern(@"[\u0009\u000A\u000D\u0020-\u00FF]+")]
    public string? Policy { get; init; }

    /// <summary>The lifetime of the credentials in seconds. The default is an hour.</summary>
    [Range(900, 43200)]
    public int? DurationSeconds { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }

    /// <summary>The keys of the tags that sessions inherit which are started with these credentials.</summary>
    [Length(0, 50), Length(1, 128, On = Part.Item), Pattern(@"[\p{L}\p{Z}\p{N}_.:/=+\-@]+", On = Part.Item)]
    public List<string>? TransitiveTagKeys { get; init; }

    /// <summary>Any external ID is accepted.</summary>
    [Length(2, 1224), Pattern(@"[\w+=,.@:\/-]*")]
    public string? ExternalId { get; init; }

    [Length(9, 256), Pattern(@"[\w+=/:,.@-]*")]
    public string? SerialNumber { get; init; }

    /// <summary>Any code is accepted.</summary>
    [Length(6, 6), Pattern(@"[\d]*")]
    public string? TokenCode { get; init; }

    [Length(2, 64), Pattern(@"[\w+=,.@-]*")]
    public string? SourceIdentity { get; init; }

    [Length(1, 5)]
    public List<ProvidedContext>? ProvidedContexts { get; init; }

    /// <summary>The session token is filled up to this size, in bytes.</summary>
    [Range(0, 4096)]
    public int? MinimumSessionTokenSize { get; init; }
}

/// <summary>The credentials, and who their user is.</summary>
internal sealed record AssumeRoleResponse
{
    public Credentials? Credentials { get; init; }
    public AssumedRoleUser? AssumedRoleUser { get; init; }

    /// <summary>How much of the space for policies and tags is used, in percent.</summary>
    [Range(0)]
    public int? PackedPolicySize { get; init; }

    [Length(2, 64), Pattern(@"[\w+=,.@-]*")]
    public string? SourceIdentity { get; init; }

    /// <summary>How much of the maximum size the session token has, in percent.</summary>
    public int? SessionTokenUtilization { get; init; }

    /// <summary>The size of the session token, in bytes.</summary>
    public int? SessionTokenSize { get; init; }
}
