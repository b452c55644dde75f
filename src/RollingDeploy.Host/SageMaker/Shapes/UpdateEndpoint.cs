using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// Deploys another configuration to an endpoint. The answer comes at once; a deployment that fails later is no error of this
/// call.
/// </summary>
internal sealed record UpdateEndpointInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    /// <summary>Keeps the instance counts and weights that run now over those of the new configuration.</summary>
    public bool? RetainAllVariantProperties { get; init; }

    /// <summary>What is not kept after all; only with <see cref="RetainAllVariantProperties"/>.</summary>
    [Length(0, 3)]
    public List<VariantProperty>? ExcludeRetainedVariantProperties { get; init; }

    public DeploymentConfig? DeploymentConfig { get; init; }

    /// <summary>Reuses the last deployment config.</summary>
    public bool? RetainDeploymentConfig { get; init; }
}

/// <summary>The ARN of the endpoint that is being updated.</summary>
internal sealed record UpdateEndpointOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }
}

/// <summary>A property of variants that an update takes from the new configuration.</summary>
internal sealed record VariantProperty
{
    [Required, OneOf("DesiredInstanceCount", "DesiredWeight", "DataCaptureConfig")]
    public string? VariantPropertyType { get; init; }
}
