namespace RollingDeploy.Core.Deployments;

/// <summary>Counters of an account. They make it unnecessary to go through all resources.</summary>
internal sealed class DeploymentCounts
{
    /// <summary>The number of journal entries so far.</summary>
    public long Events { get; set; }

    /// <summary>The number of endpoints and inference components that are creating, updating, rolling back or deleting.</summary>
    public int InTransition { get; set; }

    /// <summary>The number of bakes with alarms that have begun.</summary>
    public long GuardedBakes { get; set; }
}
