using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Lets SageMaker scale the number of instances, for endpoints with inference components.</summary>
internal sealed record ProductionVariantManagedInstanceScaling
{
    [OneOf("ENABLED", "DISABLED")]
    public string? Status { get; init; }

    [Range(0)]
    public int? MinInstanceCount { get; init; }

    [Range(1)]
    public int? MaxInstanceCount { get; init; }

    public ProductionVariantManagedInstanceScalingScaleInPolicy? ScaleInPolicy { get; init; }
}

/// <summary>When managed scaling terminates instances: when they are idle, or by packing copies together.</summary>
internal sealed record ProductionVariantManagedInstanceScalingScaleInPolicy
{
    [Required, OneOf("IDLE_RELEASE", "CONSOLIDATION")]
    public string? Strategy { get; init; }

    /// <summary>The most instances that are terminated at a time. The default is 1.</summary>
    [Range(1, 100)]
    public int? MaximumStepSize { get; init; }

    /// <summary>The minutes between two terminations. The default is 20.</summary>
    [Range(5, 1440)]
    public int? CooldownInMinutes { get; init; }
}
