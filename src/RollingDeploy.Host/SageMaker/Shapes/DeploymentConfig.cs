using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Deployment guardrails: how an update moves traffic to the new fleet, and which alarms send it back.</summary>
internal sealed record DeploymentConfig
{
    /// <summary>Excludes <see cref="RollingUpdatePolicy"/>.</summary>
    public BlueGreenUpdatePolicy? BlueGreenUpdatePolicy { get; init; }

    public RollingUpdatePolicy? RollingUpdatePolicy { get; init; }
    public AutoRollbackConfig? AutoRollbackConfiguration { get; init; }
}

/// <summary>A whole second fleet, to which the traffic goes at once, after a canary, or in linear steps.</summary>
internal sealed record BlueGreenUpdatePolicy
{
    [Required]
    public TrafficRoutingConfig? TrafficRoutingConfiguration { get; init; }

    /// <summary>How long the old fleet stays after the last shift; 0 when absent.</summary>
    [Range(0, 3600)]
    public int? TerminationWaitInSeconds { get; init; }

    /// <summary>The deployment's deadline.</summary>
    [Range(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; init; }
}

/// <summary>The steps in which the traffic moves.</summary>
internal sealed record TrafficRoutingConfig
{
    [Required, OneOf("ALL_AT_ONCE", "CANARY", "LINEAR")]
    public string? Type { get; init; }

    /// <summary>The bake after each step. AWS's model demands it for ALL_AT_ONCE too.</summary>
    [Required, Range(0, 3600)]
    public int? WaitIntervalInSeconds { get; init; }

    /// <summary>The first step, with CANARY.</summary>
    public CapacitySize? CanarySize { get; init; }

    /// <summary>Each step, with LINEAR.</summary>
    public CapacitySize? LinearStepSize { get; init; }
}

/// <summary>Batches: some new instances, the traffic that they can take, a bake, and as many old ones retired.</summary>
internal sealed record RollingUpdatePolicy
{
    [Required]
    public CapacitySize? MaximumBatchSize { get; init; }

    /// <summary>The bake after each batch.</summary>
    [Required, Range(0, 3600)]
    public int? WaitIntervalInSeconds { get; init; }

    /// <summary>The deployment's deadline.</summary>
    [Range(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; init; }

    /// <summary>The whole fleet at once when absent.</summary>
    public CapacitySize? RollbackMaximumBatchSize { get; init; }
}

/// <summary>A part of a fleet, in instances or in percent.</summary>
internal sealed record CapacitySize
{
    [Required, OneOf("INSTANCE_COUNT", "CAPACITY_PERCENT")]
    public string? Type { get; init; }

    /// <summary>Has no maximum in AWS's model: whether a percentage is in range is checked by the operation.</summary>
    [Required, Range(1)]
    public int? Value { get; init; }
}

/// <summary>The CloudWatch alarms that a deployment watches while it bakes.</summary>
internal sealed record AutoRollbackConfig
{
    [Length(1, 10)]
    public List<Alarm>? Alarms { get; init; }
}

/// <summary>A CloudWatch alarm in the endpoint's account and region, by its name.</summary>
internal sealed record Alarm
{
    [Length(1, 255), Pattern(@"(?!\s*$).+")]
    public string? AlarmName { get; init; }
}
