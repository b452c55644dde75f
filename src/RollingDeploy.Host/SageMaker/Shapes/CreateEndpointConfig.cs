using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A configuration that endpoints are deployed from. It cannot be changed: an update names another one.</summary>
internal sealed record CreateEndpointConfigInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Required, Length(1, 10)]
    public List<ProductionVariant>? ProductionVariants { get; init; }

    public DataCaptureConfig? DataCaptureConfig { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }

    /// <summary>The key that the instances' storage is encrypted with.</summary>
    [Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; init; }
    public ExplainerConfig? ExplainerConfig { get; init; }

    /// <summary>Variants that get a copy of the traffic and whose answers are thrown away.</summary>
    [Length(1, 10)]
    public List<ProductionVariant>? ShadowProductionVariants { get; init; }

    /// <summary>Needed when a variant names no model, that is, for inference components.</summary>
    [Length(20, 2048), Pattern(Patterns.RoleArn)]
    public string? ExecutionRoleArn { get; init; }

    public VpcConfig? VpcConfig { get; init; }
    public bool? EnableNetworkIsolation { get; init; }
    public MetricsConfig? MetricsConfig { get; init; }
}

/// <summary>The ARN, in which the name is in lower case.</summary>
internal sealed record CreateEndpointConfigOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointConfigArn)]
    public string? EndpointConfigArn { get; init; }
}

/// <summary>Metrics at the level of instances and containers.</summary>
internal sealed record MetricsConfig
{
    public bool? EnableEnhancedMetrics { get; init; }

    /// <summary>60 when absent; AWS takes 10, 30, 60, 120, 180, 240 and 300.</summary>
    public int? MetricPublishFrequencyInSeconds { get; init; }
}
