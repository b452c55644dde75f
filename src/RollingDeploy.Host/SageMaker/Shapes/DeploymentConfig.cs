using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Deployment guardrails: how an update shifts traffic to the new fleet, and which alarms roll it back.</summary>
internal sealed record DeploymentConfig
{
    /// <summary>The policy of a blue/green deployment. Specify this or <see cref="RollingUpdatePolicy"/>, not both.</summary>
    public BlueGreenUpdatePolicy? BlueGreenUpdatePolicy { get; init; }

    public RollingUpdatePolicy? RollingUpdatePolicy { get; init; }
    public AutoRollbackConfig? AutoRollbackConfiguration { get; init; }
}

/// <summary>Launches a second fleet and shifts traffic to it: all at once, after a canary, or in linear steps.</summary>
internal sealed record BlueGreenUpdatePolicy
{
    [Required]
    public TrafficRoutingConfig? TrafficRoutingConfiguration { get; init; }

    /// <summary>The seconds that the old fleet stays after the last shift. The default is 0.</summary>
    [Range(0, 3600)]
    public int? TerminationWaitInSeconds { get; init; }

    /// <summary>The most seconds that the deployment may take.</summary>
    [Range(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; init; }
}

/// <summary>The steps in which traffic shifts.</summary>
internal sealed record TrafficRoutingConfig
{
    [Required, OneOf("ALL_AT_ONCE", "CANARY", "LINEAR")]
    public string? Type { get; init; }

    /// <summary>The seconds of the bake after each step. AWS's model requires it for ALL_AT_ONCE too.</summary>
    [Required, Range(0, 3600)]
    public int? WaitIntervalInSeconds { get; init; }

    /// <summary>The size of the first step, for CANARY.</summary>
    public CapacitySize? CanarySize { get; init; }

    /// <summary>The size of each step, for LINEAR.</summary>
    public CapacitySize? LinearStepSize { get; init; }
}

/// <summary>
/// Updates in batches: launch new instances, shift their part of the traffic, bake, and terminate as many old instances.
/// </summary>
internal sealed record RollingUpdatePolicy
{
    [Required]
    public CapacitySize? MaximumBatchSize { get; init; }

    /// <summary>The seconds of the bake after each batch.</summary>
    [Required, Range(0, 3600)]
    public int? WaitIntervalInSeconds { get; init; }

    /// <summary>The most seconds that the deployment may take.</summary>
    [Range(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; init; }

    /// <summary>The batches of a rollback. The default is the whole fleet at once.</summary>
    public CapacitySize? RollbackMaximumBatchSize { get; init; }
}

/// <summary>A part of a fleet, as a number of instances or in percent.</summary>
internal sealed record CapacitySize
{
    [Required, OneOf("INSTANCE_COUNT", "CAPACITY_PERCENT")]
    public string? Type { get; init; }

    /// <summary>The size. AWS's model has no maximum, so the operation checks whether a percentage is in range.</summary>
    [Required, Range(1)]
    public int? Value { get; init; }
}

/// <summary>The CloudWatch alarms that a deployment checks during bakes.</summary>
internal sealed record AutoRollbackConfig
{
    [Length(1, 10)]
    public List<Alarm>? Alarms { get; init; }
}

/// <summary>The name of a CloudWatch alarm in the account and region of the endpoint.</summary>
internal sealed record Alarm
{
    [Length(1, 255), Pattern(@"(?!\s*$).+")]
    public string? AlarmName { get; init; }
}
