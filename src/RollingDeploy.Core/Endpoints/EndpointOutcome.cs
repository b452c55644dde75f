using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Endpoints;

/// <summary>Updates an endpoint when its deployment has ended.</summary>
internal static class EndpointOutcome
{
    public static void Conclude(Endpoint endpoint, Deployment deployment)
    {
        FleetOutcome.Settle(endpoint, deployment);
        switch (deployment.Status)
        {
            case DeploymentStatus.Succeeded when deployment.Act == DeploymentAct.Delete:
                endpoint.Enter(EndpointStatus.OutOfService);
                endpoint.Region.Endpoints.Remove(endpoint);
                endpoint.Forget();
                break;
            case DeploymentStatus.Succeeded:
                endpoint.ConfigName = endpoint.Current!.ConfigName;
                endpoint.FailureReason = null;
                endpoint.Enter(EndpointStatus.InService);
                break;
            case DeploymentStatus.RolledBack when endpoint.Pending is null:
                Fail(endpoint, EndpointStatus.InService, deployment);
                break;
            case DeploymentStatus.RolledBack or DeploymentStatus.RollbackFailed:
                Fail(endpoint, EndpointStatus.UpdateRollbackFailed, deployment);
                break;
            default:
                Fail(endpoint, EndpointStatus.Failed, deployment);
                break;
        }
    }

    private static void Fail(Endpoint endpoint, EndpointStatus status, Deployment deployment)
    {
        endpoint.FailureReason = deployment.FailureReason;
        endpoint.Enter(status);
    }
}
