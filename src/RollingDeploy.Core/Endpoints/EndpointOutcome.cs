using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Endpoints;

/// <summary>What an ended deployment makes of its endpoint.</summary>
internal static class EndpointOutcome
{
    public static void Conclude(Endpoint endpoint, Deployment deployment)
    {
        switch (deployment)
        {
            case { Status: DeploymentStatus.Succeeded, Trigger: DeploymentTrigger.DeleteEndpoint }:
                endpoint.Enter(EndpointStatus.OutOfService);
                endpoint.Region.Endpoints.Remove(endpoint);
                break;
            case { Status: DeploymentStatus.Succeeded, IsScaling: true }:
                Settle(endpoint, variant => variant.Weight = variant.DesiredWeight);
                endpoint.FailureReason = null;
                endpoint.Enter(EndpointStatus.InService);
                break;
            case { Status: DeploymentStatus.Succeeded }:
                Replace(endpoint);
                break;
            case { Status: DeploymentStatus.RolledBack, IsScaling: true }:
                Settle(endpoint, variant =>
                {
                    variant.DesiredWeight = variant.Weight;
                    variant.Desired = variant.Live;
                });
                Fail(endpoint, EndpointStatus.InService, deployment);
                break;
            case { Status: DeploymentStatus.RolledBack }:
                endpoint.Pending = endpoint.Current!.IsMixed ? endpoint.Current.TakeStranded() : null;
                Fail(endpoint, endpoint.Pending is null ? EndpointStatus.InService : EndpointStatus.UpdateRollbackFailed, deployment);
                break;
            case { Status: DeploymentStatus.RollbackFailed }:
                Fail(endpoint, EndpointStatus.UpdateRollbackFailed, deployment);
                break;
            case { Status: DeploymentStatus.Failed }:
                endpoint.Pending = null;
                Fail(endpoint, EndpointStatus.Failed, deployment);
                break;
            default:
                throw new IllegalTransitionException($"deployment {deployment.Id} was concluded while {deployment.Status}");
        }
    }

    private static void Settle(Endpoint endpoint, Action<VariantFleet> settle)
    {
        foreach (var variant in endpoint.Current!.Variants)
        {
            settle(variant);
        }
    }

    private static void Replace(Endpoint endpoint)
    {
        endpoint.Current = endpoint.Pending!;
        endpoint.Pending = null;
        endpoint.ConfigName = endpoint.Current.ConfigName;
        endpoint.FailureReason = null;
        endpoint.Enter(EndpointStatus.InService);
    }

    private static void Fail(Endpoint endpoint, EndpointStatus status, Deployment deployment)
    {
        endpoint.FailureReason = deployment.FailureReason;
        endpoint.Enter(status);
    }
}
