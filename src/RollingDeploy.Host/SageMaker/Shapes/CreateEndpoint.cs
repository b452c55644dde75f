using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Starts an endpoint from a configuration. The answer comes at once; the fleet is provisioned afterwards.</summary>
internal sealed record CreateEndpointInput
{
    /// <summary>Unique without regard to case.</summary>
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    /// <summary>Kept for later updates; the creation itself does not use it.</summary>
    public DeploymentConfig? DeploymentConfig { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>The ARN, in which the name is in lower case.</summary>
internal sealed record CreateEndpointOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }
}
