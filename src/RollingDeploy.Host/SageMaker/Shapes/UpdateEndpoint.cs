using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// Deploys another configuration to an endpoint. The call returns at once. If the deployment fails later, the endpoint shows the
/// reason.
/// </summary>
internal sealed record UpdateEndpointInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    /// <summary>Whether to keep the current instance counts and weights instead of those in the new configuration.</summary>
    public bool? RetainAllVariantProperties { get; init; }

    /// <summary>The properties that are not kept. It can only be used with <see cref="RetainAllVariantProperties"/>.</summary>
    [Length(0, 3)]
    public List<VariantProperty>? ExcludeRetainedVariantProperties { get; init; }

    public DeploymentConfig? DeploymentConfig { get; init; }

    /// <summary>Whether to use the last deployment configuration again.</summary>
    public bool? RetainDeploymentConfig { get; init; }
}

/// <summary>The ARN of the endpoint that is being updated.</summary>
internal sealed record UpdateEndpointOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }
}

/// <summary>A property of variants that the update takes from the new configuration.</summary>
internal sealed record VariantProperty
{
    [Required, OneOf("DesiredInstanceCount", "DesiredWeight", "DataCaptureConfig")]
    public string? VariantPropertyType { get; init; }
}
