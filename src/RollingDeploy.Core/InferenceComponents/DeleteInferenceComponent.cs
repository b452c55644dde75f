using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Starts to delete an inference component. The result is the ARN. The component is removed after its last copy was terminated.
/// </summary>
public sealed record DeleteInferenceComponent(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var component = region.InferenceComponents.Get(Name);
        if (component.Status == InferenceComponentStatus.Deleting)
        {
            throw ComponentErrors.DeleteInProgress(component.Arn);
        }

        component.RequireQuiet();
        if (component.Endpoint.InferenceComponents.Any(each => each.Base == component))
        {
            throw ComponentErrors.HasAdapters(component.Arn);
        }

        region.Tell(new DeletionBegins(component));
        component.AbsorbStranded();
        component.Enter(InferenceComponentStatus.Deleting);
        DeploymentRunner.Start(
            component, DeploymentFactory.Delete(region, DeploymentTrigger.DeleteInferenceComponent, VariantSizes.Of(component)));
        return component.Arn;
    }
}
