using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>The sizes of the variants of a deployment, which its plan is built from.</summary>
internal static class VariantSizes
{
    /// <summary>Returns the variants of both fleets with their sizes.</summary>
    public static ImmutableArray<(string Name, VariantSize Size)> Of(Deployable subject) =>
        Of(subject.Current, null, subject.Pending);

    /// <summary>
    /// Returns the variants of a deployment with their sizes: first those of the new configuration, then those that it no longer
    /// has.
    /// </summary>
    public static ImmutableArray<(string Name, VariantSize Size)> Of(Fleet? current, Fleet? stranded, Fleet? next)
    {
        var names = new[] { next, current, stranded }
            .OfType<Fleet>()
            .SelectMany(fleet => fleet.Variants)
            .Select(variant => variant.Spec.VariantName)
            .Distinct();
        return
        [
            .. names.Select(name => (name, new VariantSize(
                (current?.Find(name)?.Strength ?? 0) + (stranded?.Find(name)?.Strength ?? 0),
                next?.Find(name)?.Desired ?? 0))),
        ];
    }
}
