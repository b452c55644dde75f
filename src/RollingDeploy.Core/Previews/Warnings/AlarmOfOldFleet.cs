using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>
/// An alarm reads a metric of the endpoint that counts requests to the old fleet too, or only those. The metrics with the
/// dimension EndpointConfigName are those of one fleet (endpoint-metrics.md §1).
/// </summary>
internal static class AlarmOfOldFleet
{
    private const string Config = "EndpointConfigName";

    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        var (endpoint, before, after) = (subject.Scene.Update.Name, subject.Scene.Before.Name, subject.Scene.After.Name);
        foreach (var alarm in subject.Alarms)
        {
            var own = (alarm.Configuration?.Source.Stats ?? [])
                .Select(stat => stat.Metric.Dimensions)
                .Where(dimensions => Value(dimensions, "EndpointName") == endpoint)
                .ToList();
            if (own.Count > 0 && own.TrueForAll(dimensions => Value(dimensions, Config) is null))
            {
                yield return Mixed(alarm, after);
            }
            else if (own.Count > 0 && before != after && own.TrueForAll(dimensions => Value(dimensions, Config) == before))
            {
                yield return OldOnly(alarm, before, after);
            }
        }
    }

    private static string? Value(ImmutableArray<Dimension> dimensions, string name) =>
        dimensions.Where(dimension => dimension.Name == name).Select(dimension => dimension.Value).FirstOrDefault();

    private static PreviewWarning Mixed(WatchedAlarm alarm, string after) => new(
        "alarmWatchesOldFleetToo",
        WarningRules.FieldOf(alarm, "Dimensions"),
        "The metric counts the requests of both fleets. While the new fleet has little traffic, its errors hardly change the value.",
        $"Add the dimension {Config}={after}, or choose a threshold for the smallest traffic share of the new fleet.");

    private static PreviewWarning OldOnly(WatchedAlarm alarm, string before, string after) => new(
        "alarmWatchesOldFleetOnly",
        WarningRules.FieldOf(alarm, "Dimensions"),
        $"The metric counts the requests of the old fleet only ({Config}={before}). It never sees the new fleet.",
        $"Use {Config}={after}.");
}
