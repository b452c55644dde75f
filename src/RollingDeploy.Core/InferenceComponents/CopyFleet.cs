using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Creates the fleet of a specification without copies, with a snapshot of the specification of its copies.</summary>
internal static class CopyFleet
{
    public static Fleet Make(InferenceComponent component, SpecificationSet set, int copies)
    {
        var region = component.Region;
        var chosen = set.For(component.Endpoint.Current?.Find(component.VariantName)?.Spec.InstanceType)!;

        // An update can have the same model and image as before, so a number distinguishes the two fleets.
        var revision = $"{component.Name}#{++component.Revisions}";
        var spec = Snapshot(region, chosen) with { ConfigName = revision, VariantName = component.VariantName };
        return new Fleet(revision, set.Document, region.Now, [new VariantFleet(spec, copies, 1)]);
    }

    /// <summary>Returns the specification of copies, without an endpoint configuration and variant.</summary>
    public static VariantSpec Snapshot(Region region, Specification chosen)
    {
        var model = chosen.ModelName is { } name && region.Models.TryGet(name, out var found) ? found : null;
        ImmutableArray<string> images = chosen.Image is { } image ? [image] : model?.Images ?? [];
        return new VariantSpec("", "", chosen.ModelName, null, images)
        {
            Behavior = (model?.Behavior ?? new ModelBehavior()).With(chosen.Behavior),
            Needs = chosen.Needs,
            Contents = chosen.DataUrl is { } url
                ? ModelContents.Plain with { DataUrl = url }
                : model?.Contents ?? ModelContents.Plain,
            PingTimeout = chosen.PingTimeout,
            DownloadTimeout = chosen.DownloadTimeout,
        };
    }
}
