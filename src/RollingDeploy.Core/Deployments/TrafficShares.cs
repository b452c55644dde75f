using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Computes how traffic is divided between the old and the new fleet.</summary>
internal static class TrafficShares
{
    /// <summary>Returns the traffic share of the new fleet, from 0 to 1.</summary>
    public static double OfNew(Fleet? current, Fleet? pending) => (current?.Serves ?? false, pending?.Serves ?? false) switch
    {
        (_, false) => 0,
        (false, _) => 1,
        _ => ActiveShare([.. pending!.ProductionVariants.Where(variant => variant.FullSize > 0)]),
    };

    // Weights that are all zero count as equal.
    private static double ActiveShare(ImmutableArray<VariantFleet> variants)
    {
        var weights = variants.Sum(variant => (double)variant.Weight);
        return weights > 0
            ? variants.Sum(variant => (double)variant.Weight * variant.Active / variant.FullSize) / weights
            : variants.Average(variant => (double)variant.Active / variant.FullSize);
    }
}
