using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Describes an endpoint.</summary>
internal sealed record DescribeEndpointInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }
}

/// <summary>An endpoint: what is in service, what is being deployed, and how the last deployment ended.</summary>
internal sealed record DescribeEndpointOutput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }

    /// <summary>The configuration in service. During an update, this is the old one.</summary>
    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Length(1)]
    public List<ProductionVariantSummary>? ProductionVariants { get; init; }

    public DataCaptureConfigSummary? DataCaptureConfig { get; init; }

    [Required, EndpointStatus]
    public string? EndpointStatus { get; init; }

    /// <summary>Why the endpoint failed. An endpoint in service also has it if its last update was rolled back.</summary>
    [Length(0, 1024)]
    public string? FailureReason { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    [Required]
    public DateTimeOffset? LastModifiedTime { get; init; }

    /// <summary>The latest deployment configuration. It is absent if none was given yet.</summary>
    public DeploymentConfig? LastDeploymentConfig { get; init; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; init; }

    /// <summary>The deployment in progress. It is also present after a failed rollback.</summary>
    public PendingDeploymentSummary? PendingDeploymentSummary { get; init; }

    public ExplainerConfig? ExplainerConfig { get; init; }

    [Length(1)]
    public List<ProductionVariantSummary>? ShadowProductionVariants { get; init; }

    public MetricsConfig? MetricsConfig { get; init; }
}
