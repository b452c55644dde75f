using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>The result of the launch of an instance or copy.</summary>
/// <param name="From">When the launch begins. A copy waits until its instance is in service.</param>
/// <param name="Failure">Why it will not come into service; null if it will.</param>
internal readonly record struct LaunchTerms(DateTimeOffset From, string? Failure)
{
    /// <summary>The time until it comes into service or fails; null for the usual time.</summary>
    public TimeSpan? Takes { get; init; }

    /// <summary>Whether it uses capacity, even if it never comes into service.</summary>
    public bool Stands { get; init; } = Failure is null;

    /// <summary>The specification that it is made from, if there are several; null for that of the fleet.</summary>
    public VariantSpec? Spec { get; init; }
}
