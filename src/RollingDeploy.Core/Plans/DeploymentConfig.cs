using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// AWS's DeploymentConfig. Members that were not in the request are null, so that LastDeploymentConfig returns what was given.
/// </summary>
public sealed record DeploymentConfig
{
    /// <summary>The blue/green policy: all-at-once, canary or linear.</summary>
    public BlueGreenUpdatePolicy? BlueGreen { get; init; }

    /// <summary>The rolling policy.</summary>
    public RollingUpdatePolicy? Rolling { get; init; }

    /// <summary>The alarms in the request; null if AutoRollbackConfiguration or its list was not given.</summary>
    public ImmutableArray<string>? Alarms { get; init; }

    /// <summary>Whether AutoRollbackConfiguration was given.</summary>
    public bool HasAutoRollback { get; init; }

    /// <summary>The alarms to monitor, without duplicates; empty if none were given.</summary>
    public ImmutableArray<string> WatchedAlarms => Alarms is { } alarms ? [.. alarms.Distinct(StringComparer.Ordinal)] : [];

    /// <summary>The maximum execution timeout of the policy, in seconds; null if it was not given.</summary>
    public int? MaximumExecutionTimeoutInSeconds =>
        BlueGreen?.MaximumExecutionTimeoutInSeconds ?? Rolling?.MaximumExecutionTimeoutInSeconds;

    /// <summary>The deployment policy.</summary>
    public DeploymentPolicy Policy =>
        Rolling is not null ? DeploymentPolicy.Rolling : BlueGreen?.Type ?? DeploymentPolicy.Default;
}

/// <summary>The five deployment policies.</summary>
public enum DeploymentPolicy
{
    /// <summary>Blue/green, all traffic at once, without a bake. It is used if no policy is given.</summary>
    Default,

    /// <summary>Blue/green, all traffic at once.</summary>
    AllAtOnce,

    /// <summary>Blue/green, with a small first shift and a shift of the rest.</summary>
    Canary,

    /// <summary>Blue/green, with equal shifts.</summary>
    Linear,

    /// <summary>In batches, with little additional capacity.</summary>
    Rolling,
}

/// <summary>AWS's BlueGreenUpdatePolicy with its TrafficRoutingConfiguration.</summary>
/// <param name="Type">AllAtOnce, Canary or Linear.</param>
/// <param name="WaitIntervalInSeconds">The time between shifts: 0–3600 s.</param>
public sealed record BlueGreenUpdatePolicy(DeploymentPolicy Type, int WaitIntervalInSeconds)
{
    /// <summary>The size of the first shift of a canary deployment: at most 50 %.</summary>
    public CapacitySize? CanarySize { get; init; }

    /// <summary>The size of each shift of a linear deployment: 10–50 %.</summary>
    public CapacitySize? LinearStepSize { get; init; }

    /// <summary>The time after the last shift, before the old fleet is terminated: 0–3600 s; null for 0.</summary>
    public int? TerminationWaitInSeconds { get; init; }

    /// <summary>The maximum execution timeout of the deployment: 600–28800 s.</summary>
    public int? MaximumExecutionTimeoutInSeconds { get; init; }
}

/// <summary>AWS's RollingUpdatePolicy.</summary>
/// <param name="MaximumBatchSize">The size of a batch: 5–50 % of the variant's instances.</param>
/// <param name="WaitIntervalInSeconds">The bake of each batch: 0–3600 s.</param>
public sealed record RollingUpdatePolicy(CapacitySize MaximumBatchSize, int WaitIntervalInSeconds)
{
    /// <summary>The size of a batch of the rollback. If it is null or the whole fleet, the rollback is done at once.</summary>
    public CapacitySize? RollbackMaximumBatchSize { get; init; }

    /// <summary>The maximum execution timeout of the deployment: 600–28800 s.</summary>
    public int? MaximumExecutionTimeoutInSeconds { get; init; }
}
