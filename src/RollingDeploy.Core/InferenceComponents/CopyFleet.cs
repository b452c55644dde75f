using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Makes the empty fleet of a specification, with a snapshot of what its copies will be made from.</summary>
internal static class CopyFleet
{
    public static Fleet Make(InferenceComponent component, SpecificationSet set, int copies)
    {
        var region = component.Region;
        var chosen = set.For(component.Endpoint.Current?.Find(component.VariantName)?.Spec.InstanceType)!;

        // An update may name the same model and image as before: the number tells the two fleets apart all the same.
        var revision = $"{component.Name}#{++component.Revisions}";
        var spec = Snapshot(region, chosen) with { ConfigName = revision, VariantName = component.VariantName };
        return new Fleet(revision, set.Document, region.Now, [new VariantFleet(spec, copies, 1)]);
    }

    /// <summary>What copies of a specification are made from, wherever they are.</summary>
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
