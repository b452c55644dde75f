using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Changes the number of copies of an inference component, as Application Auto Scaling does. The result is the ARN. The remaining
/// copies are not changed.
/// </summary>
public sealed record UpdateInferenceComponentRuntimeConfig(string Region, string Name, int CopyCount) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var component = region.InferenceComponents.Get(Name);
        CopyScaling.RequireUpdatable(component);
        SpecificationRules.CheckCopies(CopyCount);
        CopyScaling.Begin(component, CopyCount);
        return component.Arn;
    }
}

/// <summary>The common part of the two operations that change the number of copies.</summary>
internal static class CopyScaling
{
    public static void RequireUpdatable(InferenceComponent component)
    {
        component.RequireQuiet();
        if (component.Base is not null)
        {
            throw ComponentErrors.UpdateNotSupported(component.Arn);
        }

        if (!(component.Status == InferenceComponentStatus.InService || component.IsSetAside) || component.Current is null)
        {
            throw SageMakerErrors.NotUpdatable("inference component", component.Arn, component.StatusName);
        }
    }

    public static void Begin(InferenceComponent component, int copies)
    {
        component.AbsorbStranded();
        ImmutableArray<(string, VariantSize)> variants =
            [.. VariantSizes.Of(component).Select(variant => (variant.Name, variant.Size with { New = copies }))];
        component.Current!.Variants[0].Desired = copies;
        component.Current.BeginDeployment();
        component.Enter(InferenceComponentStatus.Updating);
        DeploymentRunner.Start(component, DeploymentFactory.Scale(
            component.Region, DeploymentTrigger.UpdateInferenceComponentRuntimeConfig, variants, settles: false));
    }
}
