using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Deploys another specification to an inference component, another number of copies, or both; its result is the ARN. A number
/// alone is scaled to without guardrails. What fails later is not an error of this call.
/// </summary>
public sealed record UpdateInferenceComponent(string Region, string Name) : Command<string>(Region)
{
    /// <summary>What copies are to run; null leaves it as it is.</summary>
    public SpecificationSet? Specification { get; init; }

    /// <summary>How many copies there are to be; null leaves them as many.</summary>
    public int? CopyCount { get; init; }

    /// <summary>How the specification is rolled out; all at once where it is not given.</summary>
    public DeploymentConfig? DeploymentConfig { get; init; }

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var component = region.InferenceComponents.Get(Name);
        if (Specification is null && CopyCount is null)
        {
            throw ComponentErrors.NothingToUpdate();
        }

        CopyScaling.RequireUpdatable(component);
        var copies = CopyCount ?? component.DesiredCopies;
        SpecificationRules.CheckCopies(copies);
        var sizes = SizedFleet.OfCopies(Name, copies, component.DesiredCopies);
        DeploymentConfigRules.CheckPolicies(DeploymentConfig, sizes);
        DeploymentConfigRules.CheckAlarms(DeploymentConfig, region);
        var effective = DeploymentConfig ?? new DeploymentConfig();
        DeploymentConfigRules.CheckSizes(effective, sizes);
        if (Specification is null)
        {
            CopyScaling.Begin(component, copies);
        }
        else
        {
            Deploy(component, Specification, copies, effective);
        }

        return component.Arn;
    }

    private void Deploy(InferenceComponent component, SpecificationSet specification, int copies, DeploymentConfig effective)
    {
        var hosts = component.Endpoint.Current!.Find(component.VariantName);
        SpecificationRules.CheckBase(specification, component.Region, hosts?.Spec.InstanceType);
        component.AbsorbStranded();
        component.Pending = CopyFleet.Make(component, specification, copies);
        component.LastDeploymentConfig = DeploymentConfig ?? component.LastDeploymentConfig;
        component.Enter(InferenceComponentStatus.Updating);
        component.Current!.BeginDeployment();
        DeploymentRunner.Start(component, DeploymentFactory.Update(
            component.Region,
            DeploymentTrigger.UpdateInferenceComponent,
            Deployable.Sizes(component.Current, null, component.Pending),
            effective));
    }
}
