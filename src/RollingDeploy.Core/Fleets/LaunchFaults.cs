using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Fleets;

/// <summary>What faults make of a launch for which there is room.</summary>
internal static class LaunchFaults
{
    /// <summary>
    /// Who never answers its ping is not slow as well: at most one of the two strikes. <paramref name="here"/> names the variant.
    /// </summary>
    public static LaunchTerms Strike(Region region, FaultScope here, VariantSpec spec, LaunchTerms terms)
    {
        if (terms.Failure is not null)
        {
            return terms;
        }

        if (region.Faults.Strike(FaultKind.PingFailure, here) is not null)
        {
            return terms with
            {
                Failure = Faults.PingFailed(here.Variant!),
                Takes = spec.PingTimeout ?? region.World.Settings.Timings.PingTimeout,
            };
        }

        return region.Faults.Strike(FaultKind.SlowLaunch, here) is { } slow ? terms with { Takes = slow.Takes } : terms;
    }
}
