using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>What becomes of an instance or copy that is ordered.</summary>
/// <param name="From">When it can begin to come up: a copy waits for an instance that is still on its way.</param>
/// <param name="Failure">Why it will not come into service; null when it will.</param>
internal readonly record struct LaunchTerms(DateTimeOffset From, string? Failure)
{
    /// <summary>How long it takes to come up, or to be given up; null for the usual time.</summary>
    public TimeSpan? Takes { get; init; }

    /// <summary>Whether it is there at all, also where it never comes into service.</summary>
    public bool Stands { get; init; } = Failure is null;

    /// <summary>Which of several choices it is made from; null where the fleet has but one.</summary>
    public VariantSpec? Spec { get; init; }
}
