using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Creates an inference component and starts to launch its copies. The result is the ARN.</summary>
public sealed record CreateInferenceComponent(string Region, string Name, string EndpointName, SpecificationSet Specification)
    : Command<string>(Region)
{
    /// <summary>The variant of the endpoint; null for an adapter, which uses the variant of its base component.</summary>
    public string? VariantName { get; init; }

    /// <summary>The initial number of copies. The default is 1.</summary>
    public int? CopyCount { get; init; }

    /// <summary>The initial tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.InferenceComponents.RequireFree(Name);
        var endpoint = region.Endpoints.Get(EndpointName);
        RequireHosting(endpoint);
        var basis = Specification.BaseName is { } baseName ? FindBase(region, baseName, endpoint) : null;
        var variantName = basis?.VariantName ?? FindVariant(region, endpoint);
        var tags = region.Tags.With(region.InferenceComponents.ArnOf(Name), Tags);

        var component = new InferenceComponent(region, Name, endpoint, variantName, basis);
        component.Pending = component.Asked = CopyFleet.Make(component, Specification, CopyCount ?? 1);
        endpoint.Hosted.Add(component);
        region.InferenceComponents.Add(component);
        region.Tags.Put(component.Arn, tags);
        component.Enter(InferenceComponentStatus.Creating);
        DeploymentRunner.Start(component, DeploymentFactory.Create(
            region, DeploymentTrigger.CreateInferenceComponent, VariantSizes.Of(null, null, component.Pending)));
        return component.Arn;
    }

    private static void RequireHosting(Endpoint endpoint)
    {
        if ((endpoint.Current ?? endpoint.Pending)?.Variants.Any(HostRules.CanHost) is false)
        {
            throw ComponentErrors.ComponentsNotSupported();
        }

        endpoint.RequireQuiet();
        if (endpoint.Current is null)
        {
            throw SageMakerErrors.NotUpdatable("endpoint", endpoint.Arn, endpoint.StatusName);
        }
    }

    private InferenceComponent FindBase(Region region, string name, Endpoint endpoint)
    {
        SpecificationRules.CheckAdapter(Specification, CopyCount);
        if (VariantName is not null)
        {
            throw SageMakerErrors.Validation("VariantName cannot be specified with BaseInferenceComponentName.");
        }

        var basis = region.InferenceComponents.Get(name);
        if (basis.Endpoint != endpoint || basis.Base is not null)
        {
            throw ComponentErrors.NotABase(basis.Arn, endpoint.Arn);
        }

        basis.RequireQuiet();
        return basis.Current is not null ? basis : throw SageMakerErrors.NotUpdatable("inference component", basis.Arn, basis.StatusName);
    }

    private string FindVariant(Region region, Endpoint endpoint)
    {
        var name = VariantName ?? throw SageMakerErrors.Validation("VariantName must be specified for the inference component.");
        var variant = endpoint.Current!.Find(name) ?? throw EndpointErrors.VariantsNotFound([name], endpoint.ConfigName);
        if (!HostRules.CanHost(variant))
        {
            throw ComponentErrors.ComponentsNotSupported();
        }

        SpecificationRules.CheckBase(Specification, region, variant.Spec.InstanceType);
        if (CopyCount < 1)
        {
            throw ComponentErrors.NoCopies();
        }

        SpecificationRules.CheckCopies(CopyCount ?? 1);
        return name;
    }
}
