using RollingDeploy.Core.Behaviors;
using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Core.Fleets;

/// <summary>What faults, and what its model was told, make of a launch for which there is room.</summary>
internal static class LaunchFaults
{
    /// <summary>
    /// Who never answers its ping, or not before it is given up, is not slow as well: at most one of the two strikes.
    /// <paramref name="here"/> names the variant.
    /// </summary>
    public static LaunchTerms Strike(Region region, FaultScope here, VariantSpec spec, LaunchTerms terms)
    {
        if (terms.Failure is not null)
        {
            return terms;
        }

        var behavior = region.Behaviors.Of(spec);
        var patience = spec.PingTimeout ?? region.World.Settings.Timings.PingTimeout;
        var comesTooLate = behavior.StartupSeconds > patience.TotalSeconds;
        if (behavior.Ping == PingAnswer.Fail || comesTooLate || region.Faults.Strike(FaultKind.PingFailure, here) is not null)
        {
            return terms with { Failure = Faults.PingFailed(here.Variant!), Takes = patience };
        }

        return terms with
        {
            Takes = region.Faults.Strike(FaultKind.SlowLaunch, here)?.Takes
                ?? (behavior.StartupSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
        };
    }
}
