namespace RollingDeploy.Core.Deployments;

/// <summary>Updates the fleets when a deployment has ended, for endpoints and inference components alike.</summary>
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
                    variant.Desired = deployment.SizeOf(variant).Old;
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

        Rest(subject, deployment);
    }

    // Sets the number of instances to maintain from now on. After a failed rollback, it is the number that exists, so failed
    // launches are not repeated.
    private static void Rest(Deployable subject, Deployment deployment)
    {
        foreach (var variant in subject.Pending?.Variants ?? [])
        {
            variant.Strength = variant.Promising;
        }

        foreach (var variant in subject.Current?.Variants ?? [])
        {
            variant.Strength = deployment.Status switch
            {
                DeploymentStatus.Succeeded => deployment.SizeOf(variant).New,
                DeploymentStatus.RolledBack =>
                    deployment.SizeOf(variant).Old - (subject.Pending?.Find(variant.Spec.VariantName)?.Strength ?? 0),
                DeploymentStatus.RollbackFailed or DeploymentStatus.Failed => variant.Promising,
                DeploymentStatus.InProgress or DeploymentStatus.RollingBack =>
                    throw new IllegalTransitionException($"deployment {deployment.Id} was concluded while {deployment.Status}"),
            };
        }
    }
}
