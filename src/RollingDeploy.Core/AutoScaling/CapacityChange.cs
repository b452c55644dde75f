using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A change of a capacity that SageMaker carries out, by the same deployment as if a user had asked for it.</summary>
/// <param name="Activity">The activity that tells of it.</param>
/// <param name="Target">Whose capacity.</param>
/// <param name="From">The capacity before.</param>
/// <param name="To">The capacity after.</param>
/// <param name="Basis">What a policy has reckoned from; null where no policy asked.</param>
internal sealed record CapacityChange(ScalingActivity Activity, ScalableTarget Target, int From, int To, int? Basis)
{
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

    /// <summary>A deployment has ended, which may have been one of these, and may have dropped what was a target.</summary>
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
            // Also where the target is set aside by now: its activity has ended all the same.
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
