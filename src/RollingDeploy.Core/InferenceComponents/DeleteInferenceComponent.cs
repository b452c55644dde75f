using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Begins to take an inference component down; its result is the ARN. It is gone when its last copy is.</summary>
public sealed record DeleteInferenceComponent(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var component = region.InferenceComponents.Get(Name);
        if (component.Status == InferenceComponentStatus.Deleting)
        {
            throw SageMakerErrors.DeleteInProgress(component.Arn);
        }

        component.RequireQuiet();
        if (component.Endpoint.Hosted.Exists(each => each.Base == component))
        {
            throw SageMakerErrors.HasAdapters(component.Arn);
        }

        DeregisterScalableTarget.RemoveAll(region, resource => resource.Find(region) == component);
        component.AbsorbStranded();
        component.Enter(InferenceComponentStatus.Deleting);
        DeploymentRunner.Start(
            component, DeploymentFactory.Delete(region.World, DeploymentTrigger.DeleteInferenceComponent, component.Sizes()));
        return component.Arn;
    }
}
