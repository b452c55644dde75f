using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// The rules of EvaluationWindow, WarmUpConfiguration and ActionConfiguration (CloudWatch user guide, Alarm evaluation window,
/// Alarm warm-up periods, Alarm tags in action payloads). AWS does not document the texts of their errors.
/// </summary>
internal static class WindowRules
{
    public static WarmUp? Read(WarmUpConfiguration? given) => given is null
        ? null
        : new(given.WarmUpPeriodDurationInMinutes!.Value, given.OnlyStartEvaluatingAfterWarmUpPeriodEnds ?? false);

    public static WallClock? Read(EvaluationWindow? given, int periodInSeconds)
    {
        if (given is { WallClockWindow: null, SlidingWindow: null } or { WallClockWindow: not null, SlidingWindow: not null })
        {
            throw CloudWatchErrors.Validation("EvaluationWindow must have exactly one of the members SlidingWindow and WallClockWindow.");
        }

        if (given?.WallClockWindow is not { } window)
        {
            return null;
        }

        if (!WallClock.Periods.Contains(periodInSeconds))
        {
            throw CloudWatchErrors.Validation(
                $"Period {periodInSeconds} is not supported with a WallClockWindow. Supported periods are {string.Join(", ", WallClock.Periods)}.");
        }

        return new(ReadTimeZone(window.Timezone));
    }

    public static void Require(ActionConfiguration? given)
    {
        if (given?.AlarmTagsPropagation is { IncludedTagKeys: not null, ExcludedTagKeys: not null })
        {
            throw CloudWatchErrors.Validation("IncludedTagKeys and ExcludedTagKeys cannot both be specified");
        }
    }

    private static TimeZoneRules ReadTimeZone(string? name)
    {
        if (name is null)
        {
            return TimeZoneRules.Utc;
        }

        if (FixedOffset.Parse(name) is { } offset)
        {
            return offset.TotalMinutes % 5 == 0
                ? new(name, (int)offset.TotalSeconds, [])
                : throw CloudWatchErrors.Validation($"Timezone {name} must have an offset that is a multiple of 5 minutes.");
        }

        return TimeZones.Find(name)
            ?? throw CloudWatchErrors.Validation(
                $"Timezone {name} is not valid. Specify an IANA time zone such as America/New_York, or an offset such as +05:30 or UTC+05:30.");
    }
}
