using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Which metrics an endpoint publishes, and how often.</summary>
internal sealed record MetricsConfig
{
    /// <summary>Whether to publish metrics by instance and container. The default is false.</summary>
    public bool? EnableEnhancedMetrics { get; init; }

    /// <summary>
    /// Whether to publish OpenTelemetry metrics of containers, GPUs and hosts. The default is true. It is stored and returned.
    /// RollingDeploy has no OpenTelemetry metrics.
    /// </summary>
    public bool? EnableDetailedObservability { get; init; }

    /// <summary>The period of the metrics, in seconds: 10, 30, 60, 120, 180, 240 or 300. The default is 60.</summary>
    public int? MetricPublishFrequencyInSeconds { get; init; }
}

/// <summary>Where a container offers metrics in the format of Prometheus. It is stored and returned, but not used.</summary>
internal sealed record ContainerMetricsConfig
{
    [Length(0, 1)]
    public List<MetricsEndpoint>? MetricsEndpoints { get; init; }
}

/// <summary>A path of a container on port 8080 with metrics (API reference, MetricsEndpoint).</summary>
internal sealed record MetricsEndpoint
{
    [Required, Length(0, 256), Pattern(Patterns.MetricsPath)]
    public string? MetricsEndpointPath { get; init; }

    /// <summary>The period of the metrics, in seconds: 10, 30, 60, 120, 180, 240 or 300. The default is 60.</summary>
    public int? MetricPublishFrequencyInSeconds { get; init; }
}
