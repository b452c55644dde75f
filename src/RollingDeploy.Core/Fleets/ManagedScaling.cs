namespace RollingDeploy.Core.Fleets;

/// <summary>AWS's ManagedInstanceScaling, if it is enabled.</summary>
/// <param name="MaxInstanceCount">The maximum number of instances; null for no maximum.</param>
public sealed record ManagedScaling(int? MaxInstanceCount)
{
    /// <summary>The minimum number of instances, even if no copies are on them.</summary>
    public int MinInstanceCount { get; init; } = 1;

    /// <summary>The settings of the strategy CONSOLIDATION; null for IDLE_RELEASE, which is the default.</summary>
    public Consolidation? Consolidation { get; init; }
}

/// <summary>The settings of AWS's strategy CONSOLIDATION for releasing instances.</summary>
/// <param name="Cooldown">The time to wait after the last change.</param>
/// <param name="MaximumStepSize">The maximum number of instances to release at a time.</param>
public sealed record Consolidation(TimeSpan Cooldown, int MaximumStepSize);
