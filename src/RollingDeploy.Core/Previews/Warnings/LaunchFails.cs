using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>The deployment fails although no alarm trips, for example because its model never passes the health check.</summary>
internal static class LaunchFails
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        if (subject.Update is { Status: not DeploymentStatus.Succeeded, TimesOut: false })
        {
            yield return new(
                "deploymentFails",
                "EndpointConfigName",
                $"The deployment fails even if no alarm trips: {subject.Update.FailureReason}",
                "Use a model whose container starts and answers /ping with 200 within the timeout of its health check.");
        }
    }
}
