namespace RollingDeploy.Core.Deployments;

/// <summary>What an ended deployment leaves of the fleets: the same for everything that is deployed.</summary>
internal static class FleetOutcome
{
    public static void Settle(Deployable subject, Deployment deployment)
    {
        switch (deployment)
        {
            case { Status: DeploymentStatus.Succeeded, Act: DeploymentAct.Create or DeploymentAct.Update }:
                subject.Current = subject.Pending!;
                subject.Pending = null;
                break;
            case { Status: DeploymentStatus.Succeeded, IsScaling: true }:
                foreach (var variant in subject.Current!.Variants)
                {
                    variant.Weight = variant.DesiredWeight;
                    variant.Serverless = variant.DesiredServerless;
                }

                break;
            case { Status: DeploymentStatus.RolledBack, IsScaling: true }:
                foreach (var variant in subject.Current!.Variants)
                {
                    variant.DesiredWeight = variant.Weight;
                    variant.DesiredServerless = variant.Serverless;
                    variant.Desired = variant.Live;
                }

                break;
            case { Status: DeploymentStatus.RolledBack }:
                subject.Pending = subject.Current!.TakeStranded();
                break;
            case { Status: DeploymentStatus.Failed }:
                subject.Pending = null;
                break;
            case { Status: DeploymentStatus.Succeeded or DeploymentStatus.RollbackFailed }:
                break;
            default:
                throw new IllegalTransitionException($"deployment {deployment.Id} was concluded while {deployment.Status}");
        }
    }
}
