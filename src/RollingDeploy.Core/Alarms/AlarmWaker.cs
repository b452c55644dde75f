using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>Wakes an alarm when data is added to its metrics.</summary>
internal sealed class AlarmWaker : IMetricWatcher
{
    private readonly Region _region;
    private readonly MetricAlarm _alarm;
    private readonly ImmutableArray<MetricId> _metrics;

    private AlarmWaker(Region region, MetricAlarm alarm)
    {
        (_region, _alarm) = (region, alarm);
        _metrics = [.. alarm.Configuration.Source.Stats.Select(stat => stat.Metric).Distinct()];
    }

    /// <summary>Follows the metrics of an alarm that was put, instead of those that it had before.</summary>
    public static void Follow(Region region, MetricAlarm alarm)
    {
        Leave(alarm);
        alarm.Waker = new(region, alarm);
        foreach (var metric in alarm.Waker._metrics)
        {
            region.Metrics.Watch(metric, alarm.Waker);
        }
    }

    /// <summary>Follows no metrics any more, because the alarm was deleted.</summary>
    public static void Leave(MetricAlarm alarm)
    {
        if (alarm.Waker is { } waker)
        {
            foreach (var metric in waker._metrics)
            {
                waker._region.Metrics.Unwatch(metric, waker);
            }
        }
    }

    /// <inheritdoc/>
    public void DataAdded()
    {
        if (_alarm.LookAt is null)
        {
            AlarmWatch.LookAgain(_region, _alarm);
        }
    }
}
