using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>
/// A change of a capacity by Application Auto Scaling. SageMaker performs it with the same deployment as for a user's request.
/// </summary>
/// <param name="Activity">The scaling activity.</param>
/// <param name="Target">The scalable target.</param>
/// <param name="From">The capacity before the change.</param>
/// <param name="To">The capacity after the change.</param>
/// <param name="Basis">The capacity that a policy calculated the new capacity from; null if there is no policy.</param>
internal sealed record CapacityChange(ScalingActivity Activity, ScalableTarget Target, int From, int To, int? Basis)
{
    /// <summary>Returns AWS's cause for a capacity that was outside the bounds.</summary>
    public static string CauseOfBounds(int wanted, int capacity) =>
        $"{(wanted > capacity ? "minimum" : "maximum")} capacity was set to {wanted}";

    public static void Begin(Region region, ScalableTarget target, int capacity, string cause, int? basis = null)
    {
        var resource = target.Resource;
        var activity = region.Scaling.Note(
            target,
            $"Setting {resource.Noun} to {capacity}.",
            cause,
            $"Successfully set {resource.Noun} to {capacity}. Waiting for change to be fulfilled by {ScalableResource.Service}.");
        var change = new CapacityChange(activity, target, resource.CapacityIn(region)!.Value, capacity, basis);
        try
        {
            resource.Scale(region, capacity);
        }
        catch (AwsError refusal)
        {
            region.Scaling.Activities.End(activity, ScalingStatus.Failed, change.Refused(refusal));
            return;
        }

        var deployment = resource.Find(region)!.Deployments[^1].Deployment;
        region.Scaling.Changes.Add(deployment.Id, change);
        if (deployment.HasEnded)
        {
            Ended(region, deployment);
        }
    }

    /// <summary>
    /// Completes the change if the deployment belongs to one. It also deregisters targets whose variant is no longer part of the
    /// endpoint.
    /// </summary>
    public static void Ended(Region region, DeploymentEnded ended)
    {
        if (ended.Deployment is { Status: DeploymentStatus.Succeeded, Act: not DeploymentAct.Delete })
        {
            DeregisterScalableTarget.RemoveLost(region, ended.Subject);
        }

        Ended(region, ended.Deployment);
    }

    private static void Ended(Region region, Deployment deployment)
    {
        if (region.Scaling.Changes.Remove(deployment.Id, out var change))
        {
            // The activity has ended even if the target is set aside by now.
            Guard.Try(region, change.Target.Owner, (Change: change, Deployment: deployment),
                static (region, its) => its.Change.End(region, its.Deployment));
        }

        ScalingWatch.DeploymentEnded(region);
    }

    private void End(Region region, Deployment deployment)
    {
        var noun = Target.Resource.Noun;
        if (deployment.Status != DeploymentStatus.Succeeded)
        {
            region.Scaling.Activities.End(Activity, ScalingStatus.Failed, $"Failed to set {noun} to {To}. Reason: {deployment.FailureReason}");
            return;
        }

        region.Scaling.Activities.End(
            Activity,
            ScalingStatus.Successful,
            $"Successfully set {noun} to {To}. Change successfully fulfilled by {ScalableResource.Service}.");
        if (Basis is { } basis)
        {
            (Target.LastOut, Target.LastInAt) = To > From
                ? (new ScaleOut(basis, region.Now), (DateTimeOffset?)null)
                : (null, region.Now);
        }
    }

    private string Refused(AwsError refusal) =>
        $"Failed to set {Target.Resource.Noun} to {To}. Reason: {refusal.Message} (Service: AmazonSageMaker; Status Code: 400; "
        + $"Error Code: {refusal.Shape}; Request ID: {Activity.Id}).";
}
