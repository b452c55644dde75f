using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Lets SageMaker choose the number of instances, for endpoints of inference components.</summary>
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

/// <summary>When managed scaling gives instances back: once they are idle, or by packing copies together.</summary>
internal sealed record ProductionVariantManagedInstanceScalingScaleInPolicy
{
    [Required, OneOf("IDLE_RELEASE", "CONSOLIDATION")]
    public string? Strategy { get; init; }

    /// <summary>Instances released at a time; 1 when absent.</summary>
    [Range(1, 100)]
    public int? MaximumStepSize { get; init; }

    /// <summary>20 when absent.</summary>
    [Range(5, 1440)]
    public int? CooldownInMinutes { get; init; }
}
