using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Sts.Shapes;

/// <summary>
/// Temporary credentials. Use all three parts of them: the account is in the access key, the rest in the session token.
/// </summary>
internal sealed record Credentials
{
    [Required, Length(16, 128), Pattern(@"[\w]*")]
    public string? AccessKeyId { get; init; }

    [Required]
    public string? SecretAccessKey { get; init; }

    [Required]
    public string? SessionToken { get; init; }

    /// <summary>When the credentials expire, by the clock of the machine and not by virtual time.</summary>
    [Required]
    public DateTimeOffset? Expiration { get; init; }
}

/// <summary>The session of an assumed role.</summary>
internal sealed record AssumedRoleUser
{
    /// <summary>The ID of the role and the name of the session.</summary>
    [Required, Length(2, 193), Pattern(@"[\w+=,.@:-]*")]
    public string? AssumedRoleId { get; init; }

    [Required, StsArn, Length(20, 2048)]
    public string? Arn { get; init; }
}

/// <summary>A session tag.</summary>
internal sealed record Tag
{
    [Required, Length(1, 128), Pattern(@"[\p{L}\p{Z}\p{N}_.:/=+\-@]+")]
    public string? Key { get; init; }

    [Required, Length(0, 256), Pattern(@"[\p{L}\p{Z}\p{N}_.:/=+\-@]*")]
    public string? Value { get; init; }
}

/// <summary>A managed policy that limits the session. It is checked and has no effect.</summary>
internal sealed record PolicyDescriptorType
{
    [StsArn, Length(20, 2048)]
    public string? arn { get; init; }
}

/// <summary>A context from a trusted provider. It is checked and has no effect.</summary>
internal sealed record ProvidedContext
{
    [StsArn, Length(20, 2048)]
    public string? ProviderArn { get; init; }

    [Length(4, 2048)]
    public string? ContextAssertion { get; init; }
}

/// <summary>The characters of an ARN, as in AWS's model. Error messages contain the pattern.</summary>
internal sealed class StsArnAttribute() : PatternAttribute(
    @"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+");
