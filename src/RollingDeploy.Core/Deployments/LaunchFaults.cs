using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Applies faults and the behavior of the model to a launch that has capacity.</summary>
internal static class LaunchFaults
{
    /// <summary>
    /// Returns the terms of the launch after faults. If the ping health check fails, the fault for slow launches is not used, so
    /// at most one of these faults occurs. <paramref name="here"/> names the variant.
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

    // If the startup time is longer than the timeout, the launch fails as if the container never started.
    private static bool NeverAnswers(ModelBehavior behavior, TimeSpan limit) =>
        behavior.Ping == PingAnswer.Fail || behavior.StartupSeconds > limit.TotalSeconds;

    // Returns null for the usual launch time, which has a random part.
    private static TimeSpan? Takes(Region region, ModelBehavior behavior, TimeSpan download) =>
        behavior.StartupSeconds is { } seconds ? download + TimeSpan.FromSeconds(seconds)
        : download > default(TimeSpan) ? download + region.Timings.Launch
        : null;
}
