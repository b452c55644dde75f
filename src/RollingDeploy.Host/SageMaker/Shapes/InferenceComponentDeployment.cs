using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The guardrails of a component's update.</summary>
internal sealed record InferenceComponentDeploymentConfig
{
    [Required]
    public InferenceComponentRollingUpdatePolicy? RollingUpdatePolicy { get; init; }

    public AutoRollbackConfig? AutoRollbackConfiguration { get; init; }
}

/// <summary>Batches of copies, each followed by a bake.</summary>
internal sealed record InferenceComponentRollingUpdatePolicy
{
    [Required]
    public InferenceComponentCapacitySize? MaximumBatchSize { get; init; }

    /// <summary>The bake after each batch.</summary>
    [Required, Range(0, 3600)]
    public int? WaitIntervalInSeconds { get; init; }

    /// <summary>The deployment's deadline.</summary>
    [Range(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; init; }

    /// <summary>All copies at once when absent.</summary>
    public InferenceComponentCapacitySize? RollbackMaximumBatchSize { get; init; }
}

/// <summary>A part of a component's copies, as a number or in percent.</summary>
internal sealed record InferenceComponentCapacitySize
{
    [Required, OneOf("COPY_COUNT", "CAPACITY_PERCENT")]
    public string? Type { get; init; }

    [Required, Range(1)]
    public int? Value { get; init; }
}
