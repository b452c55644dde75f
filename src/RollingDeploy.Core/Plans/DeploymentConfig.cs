using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>AWS's DeploymentConfig, as it was given: what is null was not, so that LastDeploymentConfig echoes it.</summary>
public sealed record DeploymentConfig
{
    /// <summary>All-at-once, canary or linear.</summary>
    public BlueGreenUpdatePolicy? BlueGreen { get; init; }

    /// <summary>Rolling.</summary>
    public RollingUpdatePolicy? Rolling { get; init; }

    /// <summary>The alarms that are watched; null when AutoRollbackConfiguration, or its list, was not given.</summary>
    public ImmutableArray<string>? Alarms { get; init; }

    /// <summary>Whether AutoRollbackConfiguration was given at all.</summary>
    public bool HasAutoRollback { get; init; }

    /// <summary>The alarms to watch; empty when none were given.</summary>
    public ImmutableArray<string> WatchedAlarms => Alarms is { } alarms ? [.. alarms.Distinct(StringComparer.Ordinal)] : [];

    /// <summary>The limit given by either policy.</summary>
    public int? MaximumExecutionTimeoutInSeconds =>
        BlueGreen?.MaximumExecutionTimeoutInSeconds ?? Rolling?.MaximumExecutionTimeoutInSeconds;

    /// <summary>The way to deploy that this asks for.</summary>
    public DeploymentPolicy Policy =>
        Rolling is not null ? DeploymentPolicy.Rolling : BlueGreen?.Type ?? DeploymentPolicy.Default;
}

/// <summary>The five ways to deploy.</summary>
public enum DeploymentPolicy
{
    /// <summary>Blue/green, all at once, no bake: when no policy is given.</summary>
    Default,

    /// <summary>Blue/green, all traffic in one step.</summary>
    AllAtOnce,

    /// <summary>Blue/green, a small first step and then the rest.</summary>
    Canary,

    /// <summary>Blue/green in equal steps.</summary>
    Linear,

    /// <summary>Batch by batch, with little extra capacity.</summary>
    Rolling,
}

/// <summary>AWS's BlueGreenUpdatePolicy with its TrafficRoutingConfiguration.</summary>
/// <param name="Type">AllAtOnce, Canary or Linear.</param>
/// <param name="WaitIntervalInSeconds">Between traffic steps: 0–3600.</param>
public sealed record BlueGreenUpdatePolicy(DeploymentPolicy Type, int WaitIntervalInSeconds)
{
    /// <summary>The first step of a canary: at most 50 %.</summary>
    public CapacitySize? CanarySize { get; init; }

    /// <summary>Every step of a linear shift: 10–50 %.</summary>
    public CapacitySize? LinearStepSize { get; init; }

    /// <summary>After all traffic has moved and before the old fleet goes: 0–3600; none given is 0.</summary>
    public int? TerminationWaitInSeconds { get; init; }

    /// <summary>The limit of the whole deployment: 600–28800.</summary>
    public int? MaximumExecutionTimeoutInSeconds { get; init; }
}

/// <summary>AWS's RollingUpdatePolicy.</summary>
/// <param name="MaximumBatchSize">5–50 % of the variant's instances.</param>
/// <param name="WaitIntervalInSeconds">The bake of each batch: 0–3600.</param>
public sealed record RollingUpdatePolicy(CapacitySize MaximumBatchSize, int WaitIntervalInSeconds)
{
    /// <summary>Batches of a rollback; none, or all of the fleet, means everything back at once.</summary>
    public CapacitySize? RollbackMaximumBatchSize { get; init; }

    /// <summary>The limit of the whole deployment: 600–28800.</summary>
    public int? MaximumExecutionTimeoutInSeconds { get; init; }
}
