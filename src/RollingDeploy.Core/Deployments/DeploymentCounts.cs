namespace RollingDeploy.Core.Deployments;

/// <summary>What is counted in an account, so that nobody has to look at everything that is deployed.</summary>
internal sealed class DeploymentCounts
{
    /// <summary>How many journal entries there have been.</summary>
    public long Events { get; set; }

    /// <summary>How many endpoints and inference components are creating, updating, rolling back or deleting.</summary>
    public int InTransition { get; set; }

    /// <summary>How many bakes that are watched by alarms have begun.</summary>
    public long GuardedBakes { get; set; }
}
