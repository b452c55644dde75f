using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Deploys a new specification of an inference component, a new number of copies, or both. The result is the ARN. A number alone
/// is changed without guardrails. Later failures of the deployment are not errors of this request.
/// </summary>
public sealed record UpdateInferenceComponent(string Region, string Name) : Command<string>(Region)
{
    /// <summary>The specification; null keeps it.</summary>
    public SpecificationSet? Specification { get; init; }

    /// <summary>The number of copies; null keeps it.</summary>
    public int? CopyCount { get; init; }

    /// <summary>The deployment configuration; null for all at once.</summary>
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
            VariantSizes.Of(component.Current, null, component.Pending),
            effective));
    }
}
