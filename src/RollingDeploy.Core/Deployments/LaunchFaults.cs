using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

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
        var download = spec.Contents.DataUrl is null ? default : TimeSpan.FromSeconds(behavior.DownloadSeconds ?? 0);
        if (download > spec.DownloadTimeout)
        {
            return terms with { Failure = FailureReasons.DownloadFailed(spec.Contents.DataUrl!), Takes = spec.DownloadTimeout };
        }

        var limit = HealthCheck.Limit(region, spec);
        if (NeverAnswers(behavior, limit) || region.Faults.Strike(FaultKind.PingFailure, here) is not null)
        {
            return terms with { Failure = FailureReasons.PingFailed(here.Variant!), Takes = download + limit };
        }

        return terms with
        {
            Takes = region.Faults.Strike(FaultKind.SlowLaunch, here)?.Takes ?? Takes(region, behavior, download)
        };
    }

    // A container that starts for longer than it may is given up as if it never started.
    private static bool NeverAnswers(ModelBehavior behavior, TimeSpan limit) =>
        behavior.Ping == PingAnswer.Fail || behavior.StartupSeconds > limit.TotalSeconds;

    // Null for the usual time, to which chance may add.
    private static TimeSpan? Takes(Region region, ModelBehavior behavior, TimeSpan download) =>
        behavior.StartupSeconds is { } seconds ? download + TimeSpan.FromSeconds(seconds)
        : download > default(TimeSpan) ? download + region.Timings.Launch
        : null;
}
