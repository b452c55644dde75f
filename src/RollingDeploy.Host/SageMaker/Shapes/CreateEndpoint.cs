using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Creates an endpoint from a configuration. The call returns at once. Instances are launched afterwards.</summary>
internal sealed record CreateEndpointInput
{
    /// <summary>The name of the endpoint. It must be unique, ignoring case.</summary>
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    /// <summary>The deployment configuration. It is stored for later updates; the creation does not use it.</summary>
    public DeploymentConfig? DeploymentConfig { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>The ARN of the resource, with its name in lower case.</summary>
internal sealed record CreateEndpointOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }
}
