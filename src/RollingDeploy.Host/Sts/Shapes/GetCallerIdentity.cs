using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Sts.Shapes;

/// <summary>Returns the account and the user of the credentials.</summary>
internal sealed record GetCallerIdentityRequest;

/// <summary>The owner of the credentials: the assumed role, or the root user of the account of the access key.</summary>
internal sealed record GetCallerIdentityResponse
{
    public string? UserId { get; init; }
    public string? Account { get; init; }

    [StsArn, Length(20, 2048)]
    public string? Arn { get; init; }
}
