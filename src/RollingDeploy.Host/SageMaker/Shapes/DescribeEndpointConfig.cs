using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Describes an endpoint configuration.</summary>
internal sealed record DescribeEndpointConfigInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }
}

/// <summary>An endpoint configuration as it was created, without its tags.</summary>
internal sealed record DescribeEndpointConfigOutput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointConfigArn)]
    public string? EndpointConfigArn { get; init; }

    [Required, Length(1, 10)]
    public List<ProductionVariant>? ProductionVariants { get; init; }

    public DataCaptureConfig? DataCaptureConfig { get; init; }

    [Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; init; }
    public ExplainerConfig? ExplainerConfig { get; init; }

    [Length(1, 10)]
    public List<ProductionVariant>? ShadowProductionVariants { get; init; }

    [Length(20, 2048), Pattern(Patterns.RoleArn)]
    public string? ExecutionRoleArn { get; init; }

    public VpcConfig? VpcConfig { get; init; }
    public bool? EnableNetworkIsolation { get; init; }
    public MetricsConfig? MetricsConfig { get; init; }
}
