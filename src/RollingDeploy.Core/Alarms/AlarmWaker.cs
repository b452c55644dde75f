using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Wakes a quiet alarm when one of its metrics has other data. Alarms that are awake wait for nothing, so data that comes often
/// costs nothing for them.
/// </summary>
internal sealed class AlarmWaker : IMetricWatcher
{
    private readonly Region _region;
    private readonly MetricAlarm _alarm;
    private readonly ImmutableArray<MetricId> _metrics;

    // The metrics that it waits for. Data of one wakes the alarm, and it may go on waiting for the others.
    private readonly HashSet<MetricId> _waited = [];

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
    }

    /// <summary>Waits for no data any more, because the alarm was deleted.</summary>
    public static void Leave(MetricAlarm alarm)
    {
        if (alarm.Waker is { } waker)
        {
            foreach (var metric in waker._waited)
            {
                waker._region.Metrics.Unwatch(metric, waker);
            }

            waker._waited.Clear();
        }
    }

    /// <summary>Waits for data, because the alarm is quiet.</summary>
    public void Wait()
    {
        foreach (var metric in _metrics)
        {
            if (_waited.Add(metric))
            {
                _region.Metrics.Watch(metric, this);
            }
        }
    }

    /// <inheritdoc/>
    public void DataAdded(MetricId metric)
    {
        _waited.Remove(metric);
        if (_alarm.LookAt is null)
        {
            AlarmWatch.LookAgain(_region, _alarm);
        }
    }
}
