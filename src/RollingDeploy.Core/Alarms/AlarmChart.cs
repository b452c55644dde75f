using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>What a chart of a metric alarm shows: the datapoints that it evaluates, and those before them.</summary>
/// <param name="Points">A datapoint for each period, oldest first, including periods without data.</param>
/// <param name="PeriodInSeconds">The length of a period.</param>
/// <param name="EvaluatedFrom">The start of the last N periods, which decide the state if all of them have data.</param>
/// <param name="EvaluatedTo">The end of the last period: the time of the last evaluation.</param>
public sealed record AlarmChart(
    ImmutableArray<Datapoint> Points, int PeriodInSeconds, DateTimeOffset EvaluatedFrom, DateTimeOffset EvaluatedTo)
{
    private const string NoUnit = "None";

    /// <summary>The unit of the values, such as <c>Microseconds</c>; null if they have none, or if it is not known.</summary>
    public string? Unit { get; private init; }

    /// <summary>
    /// Returns the chart of an alarm at this moment. It has no points if the alarm is on a query with GROUP BY, because such an
    /// alarm evaluates many time series.
    /// </summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="region">The region of the alarm.</param>
    /// <param name="most">The number of periods to show. It is increased to N.</param>
    public static AlarmChart Of(MetricAlarm alarm, Region region, int most)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        ArgumentNullException.ThrowIfNull(region);
        var configuration = alarm.Configuration;
        var (n, period) = (configuration.EvaluationPeriods, configuration.PeriodInSeconds);
        var window = AlarmWatch.WindowOf(region, configuration);
        var end = window.StartOf(window.Count - 1).AddSeconds(period);
        var count = Math.Max(n, most);
        var periods = Periods.Before(end, period, count);
        var points = new Datapoint[alarm.HasContributors ? 0 : count];
        if (points.Length > 0)
        {
            alarm.Reader.Look(region, periods, points);
        }

        return new([.. points], period, window.StartOf(window.Count - n), end)
        {
            Unit = UnitOf(configuration.Source, region) is { } unit && unit != NoUnit ? unit : null,
        };
    }

    /// <summary>Returns whether an alarm reads a metric that has a dimension with this value.</summary>
    public static bool IsAbout(MetricAlarm alarm, string dimension, string value)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return alarm.Configuration.Source.Stats.Any(
            stat => stat.Metric.Dimensions.Any(each => each.Name == dimension && each.Value == value));
    }

    // A number of samples has no unit. If the alarm names no unit, that of the data is used, unless there are several.
    private static string? UnitOf(AlarmSource source, Region region) =>
        source is SingleMetric { Stat: var stat } && stat.Statistic != Statistic.SampleCount
            ? stat.Unit ?? (region.Metrics.Find(stat.Metric) is { Series: [var only] } ? only.Unit : null)
            : null;
}
