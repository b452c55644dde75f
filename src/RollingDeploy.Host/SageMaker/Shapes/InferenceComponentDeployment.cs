using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The deployment guardrails of an update of an inference component.</summary>
internal sealed record InferenceComponentDeploymentConfig
{
    [Required]
    public InferenceComponentRollingUpdatePolicy? RollingUpdatePolicy { get; init; }

    public AutoRollbackConfig? AutoRollbackConfiguration { get; init; }
}

/// <summary>Updates the copies in batches. A bake follows each batch.</summary>
internal sealed record InferenceComponentRollingUpdatePolicy
{
    [Required]
    public InferenceComponentCapacitySize? MaximumBatchSize { get; init; }

    /// <summary>The seconds of the bake after each batch.</summary>
    [Required, Range(0, 3600)]
    public int? WaitIntervalInSeconds { get; init; }

    /// <summary>The most seconds that the deployment may take.</summary>
    [Range(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; init; }

    /// <summary>The batches of a rollback. The default is all copies at once.</summary>
    public InferenceComponentCapacitySize? RollbackMaximumBatchSize { get; init; }
}

/// <summary>A part of the copies, as a number or in percent.</summary>
internal sealed record InferenceComponentCapacitySize
{
    [Required, OneOf("COPY_COUNT", "CAPACITY_PERCENT")]
    public string? Type { get; init; }

    [Required, Range(1)]
    public int? Value { get; init; }
}
