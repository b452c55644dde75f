using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Asks for one endpoint by its name.</summary>
internal sealed record DescribeEndpointInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }
}

/// <summary>An endpoint: what serves now, what is being deployed, and how the last deployment ended.</summary>
internal sealed record DescribeEndpointOutput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }

    /// <summary>The configuration that serves now; during an update, still the old one.</summary>
    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Length(1)]
    public List<ProductionVariantSummary>? ProductionVariants { get; init; }

    public DataCaptureConfigSummary? DataCaptureConfig { get; init; }

    [Required, EndpointStatus]
    public string? EndpointStatus { get; init; }

    /// <summary>Also set on an endpoint in service whose last update was rolled back.</summary>
    [Length(0, 1024)]
    public string? FailureReason { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    [Required]
    public DateTimeOffset? LastModifiedTime { get; init; }

    /// <summary>Absent until one has been given.</summary>
    public DeploymentConfig? LastDeploymentConfig { get; init; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; init; }

    /// <summary>Only while a deployment runs, and after a rollback that failed.</summary>
    public PendingDeploymentSummary? PendingDeploymentSummary { get; init; }

    public ExplainerConfig? ExplainerConfig { get; init; }

    [Length(1)]
    public List<ProductionVariantSummary>? ShadowProductionVariants { get; init; }

    public MetricsConfig? MetricsConfig { get; init; }
}
