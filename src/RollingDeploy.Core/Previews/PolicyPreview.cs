using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews;

/// <summary>What an update would do with a policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Plan">The steps on one line.</param>
public sealed record PolicyPreview(DeploymentPolicy Policy, string Plan)
{
    private const double SecondsInAnHour = 3600;

    /// <summary>The steps, if nothing goes wrong.</summary>
    public required ImmutableArray<PreviewStep> Steps { get; init; }

    /// <summary>The duration if nothing goes wrong and all launches are as fast as they can be.</summary>
    public required TimeSpan Shortest { get; init; }

    /// <summary>
    /// The duration if all launches are as slow as they can be and an alarm trips at the last moment at which it is watched, with
    /// the rollback.
    /// </summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>The maximum execution timeout.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>How it ends, if no alarm trips.</summary>
    public required DeploymentStatus Status { get; init; }

    /// <summary>Why it fails although no alarm trips; null if it does not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Whether the timeout is why it fails.</summary>
    public required bool TimesOut { get; init; }

    /// <summary>The most instances at any time.</summary>
    public required int Peak { get; init; }

    /// <summary>The fewest instances in service at any time.</summary>
    public required int Minimum { get; init; }

    /// <summary>The time of all instances together during the shortest run.</summary>
    public required TimeSpan InstanceTime { get; init; }

    /// <summary>How much of it is more than the fleet before the update would have used. It can be negative.</summary>
    public required TimeSpan AdditionalInstanceTime { get; init; }

    /// <summary>What <see cref="InstanceTime"/> costs, in US dollars; null if the price of a type is not known.</summary>
    public double? Dollars { get; private init; }

    /// <summary>What <see cref="AdditionalInstanceTime"/> costs, in US dollars; null if the price of a type is not known.</summary>
    public double? AdditionalDollars { get; private init; }

    /// <summary>The settings of the policy, if they are not those of the request; null if they are.</summary>
    public string? Settings { get; init; }

    /// <summary>Tries an update out.</summary>
    /// <exception cref="Kernel.AwsError">AWS would refuse it.</exception>
    internal static PolicyPreview Of(PreviewScene scene, DeploymentConfig? config)
    {
        var (fastest, jitter) = (scene.Settings.Timings.Launch, scene.Settings.Timings.LaunchJitter);
        var run = TrialRun.Of(scene, config, fastest);
        var slowRun = jitter == TimeSpan.Zero ? run : TrialRun.Of(scene, config, fastest + jitter);
        var before = run.TimeBefore();
        return new(run.Deployment.Policy, run.Deployment.Forward.ToString())
        {
            Steps = [.. PreviewStep.Of(run.Record)],
            Shortest = run.Duration,
            Longest = LongestOf(scene, config, fastest + jitter, slowRun),
            Limit = run.Deployment.Limit,
            Status = run.Deployment.Status,
            FailureReason = run.Deployment.FailureReason,
            TimesOut = run.TimesOut,
            Peak = run.Peak,
            Minimum = run.Minimum,
            InstanceTime = Sum(run.InstanceTime),
            AdditionalInstanceTime = Sum(run.InstanceTime) - Sum(before),
            Dollars = DollarsOf(run.InstanceTime),
            AdditionalDollars = DollarsOf(run.InstanceTime) - DollarsOf(before),
        };
    }

    // Alarms are looked at for the last time when the last bake ends.
    private static TimeSpan LongestOf(PreviewScene scene, DeploymentConfig? config, TimeSpan launchTime, TrialRun run)
    {
        var (deployment, longest) = (run.Deployment, run.Duration);
        var last = PreviewStep.Of(run.Record).LastOrDefault(step => step.Kind == StepKind.Bake);
        if (last is null || deployment.Alarms.IsEmpty || deployment.Rollback is not null)
        {
            return longest;
        }

        var end = last.StartsAt + last.Duration;
        var back = TrialRun.Of(scene, config, launchTime, end - TimeSpan.FromMilliseconds(1));
        return back.Duration > longest ? back.Duration : longest;
    }

    private static TimeSpan Sum(IReadOnlyDictionary<string, TimeSpan> times) =>
        times.Values.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);

    private static double? DollarsOf(IReadOnlyDictionary<string, TimeSpan> times) => times.Aggregate(
        (double?)0, (sum, each) => sum + (InstancePrices.Of(each.Key) * each.Value.TotalSeconds / SecondsInAnHour));
}
