using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The deployment in progress: its target configuration and the state of its new fleet.</summary>
internal sealed record PendingDeploymentSummary
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Length(1)]
    public List<PendingProductionVariantSummary>? ProductionVariants { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    [Length(1)]
    public List<PendingProductionVariantSummary>? ShadowProductionVariants { get; init; }
}

/// <summary>A variant of the new fleet. Unlike a variant in service, it has an instance type.</summary>
internal sealed record PendingProductionVariantSummary
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    public List<DeployedImage>? DeployedImages { get; init; }

    [Range(0)]
    public float? CurrentWeight { get; init; }

    [Range(0)]
    public float? DesiredWeight { get; init; }

    [Range(0)]
    public int? CurrentInstanceCount { get; init; }

    [Range(0)]
    public int? DesiredInstanceCount { get; init; }

    [InstanceType]
    public string? InstanceType { get; init; }

    [Length(1)]
    public List<InstancePoolSummary>? InstancePools { get; init; }

    [AcceleratorType]
    public string? AcceleratorType { get; init; }

    [Length(0, 5)]
    public List<ProductionVariantStatus>? VariantStatus { get; init; }

    public ProductionVariantServerlessConfig? CurrentServerlessConfig { get; init; }
    public ProductionVariantServerlessConfig? DesiredServerlessConfig { get; init; }
    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; init; }
    public ProductionVariantRoutingConfig? RoutingConfig { get; init; }
}
