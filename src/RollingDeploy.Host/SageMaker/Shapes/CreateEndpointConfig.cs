using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// Creates an endpoint configuration. It cannot be changed. To update an endpoint, deploy another configuration.
/// </summary>
internal sealed record CreateEndpointConfigInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Required, Length(1, 10)]
    public List<ProductionVariant>? ProductionVariants { get; init; }

    public DataCaptureConfig? DataCaptureConfig { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }

    /// <summary>The key that encrypts the storage of the instances.</summary>
    [Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; init; }
    public ExplainerConfig? ExplainerConfig { get; init; }

    /// <summary>Variants that get a copy of the traffic. Their responses are discarded.</summary>
    [Length(1, 10)]
    public List<ProductionVariant>? ShadowProductionVariants { get; init; }

    /// <summary>
    /// The execution role. It is required if a variant has no model, which is the case for inference components.
    /// </summary>
    [Length(20, 2048), Pattern(Patterns.RoleArn)]
    public string? ExecutionRoleArn { get; init; }

    public VpcConfig? VpcConfig { get; init; }
    public bool? EnableNetworkIsolation { get; init; }
    public MetricsConfig? MetricsConfig { get; init; }
}

/// <summary>The ARN of the resource, with its name in lower case.</summary>
internal sealed record CreateEndpointConfigOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointConfigArn)]
    public string? EndpointConfigArn { get; init; }
}
