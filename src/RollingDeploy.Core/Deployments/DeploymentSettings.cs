namespace RollingDeploy.Core.Deployments;

/// <summary>The settings of deployments in a world.</summary>
internal sealed record DeploymentSettings
{
    /// <summary>Whether WaitIntervalInSeconds also follows the last canary or linear step.</summary>
    public bool BakeAfterLastStep { get; init; }

    /// <summary>The number of deployments that are kept per endpoint, with their journals. The last one is always kept.</summary>
    public int KeptDeployments { get; init; } = 100;
}
