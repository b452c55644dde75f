namespace RollingDeploy.Core.Deployments;

/// <summary>What a world is told of how it deploys.</summary>
internal sealed record DeploymentSettings
{
    /// <summary>Whether the last canary or linear step is followed by its WaitIntervalInSeconds too.</summary>
    public bool BakeAfterLastStep { get; init; }

    /// <summary>How many deployments an endpoint keeps, journals included; the last one is always kept.</summary>
    public int KeptDeployments { get; init; } = 100;
}
