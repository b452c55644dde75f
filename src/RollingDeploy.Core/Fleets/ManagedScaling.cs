namespace RollingDeploy.Core.Fleets;

/// <summary>AWS's ManagedInstanceScaling, where it is enabled.</summary>
/// <param name="MaxInstanceCount">Up to so many instances; null without bound.</param>
public sealed record ManagedScaling(int? MaxInstanceCount)
{
    /// <summary>So many stay, also without a copy on them.</summary>
    public int MinInstanceCount { get; init; } = 1;

    /// <summary>The strategy CONSOLIDATION; null for IDLE_RELEASE, which is also the default.</summary>
    public Consolidation? Consolidation { get; init; }
}

/// <summary>How instances are released by AWS's strategy CONSOLIDATION.</summary>
/// <param name="Cooldown">So long after the last change.</param>
/// <param name="MaximumStepSize">At most so many at a time.</param>
public sealed record Consolidation(TimeSpan Cooldown, int MaximumStepSize);
