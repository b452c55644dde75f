using System.Collections.Immutable;
using RollingDeploy.Core.Behaviors;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Makes the empty fleet of a specification, with a snapshot of what its copies will be made from.</summary>
internal static class CopyFleet
{
    public static Fleet Make(InferenceComponent component, SpecificationSet set, int copies)
    {
        var region = component.Region;
        var chosen = set.For(component.Endpoint.Current?.Find(component.VariantName)?.Spec.InstanceType)!;
        var model = chosen.ModelName is { } name && region.Models.TryGet(name, out var found) ? found : null;
        ImmutableArray<string> images = chosen.Image is { } image ? [image] : model?.Images ?? [];

        // An update may name the same model and image as before: the number tells the two fleets apart all the same.
        var revision = $"{component.Name}#{++component.Revisions}";
        var spec = new VariantSpec(revision, component.VariantName, chosen.ModelName, null, images)
        {
            Behavior = (model?.Behavior ?? new ModelBehavior()).With(chosen.Behavior),
            Needs = chosen.Needs,
            DataUrl = chosen.DataUrl ?? model?.DataUrl,
            PingTimeout = chosen.PingTimeout,
            DownloadTimeout = chosen.DownloadTimeout,
        };
        return new Fleet(revision, set.Document, region.World.Now, [new VariantFleet(spec, copies, 1)]);
    }
}
