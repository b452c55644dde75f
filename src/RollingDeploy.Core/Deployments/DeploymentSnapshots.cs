using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>What deployments share in snapshots, and the counters of the account.</summary>
internal static class DeploymentSnapshots
{
    private static readonly Slot<SnapshotScope, SnapshotPool<Plan>> PlansSlot = new(
        static _ => new SnapshotPool<Plan>("plan", new PlanEquality()));

    extension(SnapshotScope scope)
    {
        /// <summary>The plans.</summary>
        public SnapshotPool<Plan> Plans => scope.Get(PlansSlot);
    }

    /// <summary>Returns the counters.</summary>
    public static SavedCounts SaveCounts(Region region) =>
        new(region.DeploymentCounts.Events, region.DeploymentCounts.InTransition, region.DeploymentCounts.GuardedBakes);

    /// <summary>Continues with the counters of a snapshot.</summary>
    public static void Restore(Region region, SavedCounts saved)
    {
        var counts = region.DeploymentCounts;
        (counts.Events, counts.InTransition, counts.GuardedBakes) = (saved.Events, saved.InTransition, saved.GuardedBakes);
    }
}
