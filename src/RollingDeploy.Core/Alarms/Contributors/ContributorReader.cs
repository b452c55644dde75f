using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Alarms.Contributors;

/// <summary>Reads the time series of a Metrics Insights query with GROUP BY. Each of them is a contributor.</summary>
internal sealed class ContributorReader(MetricQueries queries, InsightsStep step) : SourceReader
{
    internal override bool UsesInsights => true;

    /// <summary>Returns the time series, in the order of the query.</summary>
    public InsightsResult Read(Region region, in Periods periods) => new MetricReader(region.Metrics, region.Now).Read(
        step.Query, periods.Start, periods.StartOf(periods.Count), periods.LengthInSeconds, InsightsQuery.ReachOfAlarms);

    /// <summary>Writes a datapoint for each period, including periods without data.</summary>
    public static void Write(TimeSeries series, in Periods periods, Span<Datapoint> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), null);
        }

        for (var i = 0; i < series.Count; i++)
        {
            var index = (int)((series.Timestamps[i] - periods.Start.ToUnixTimeSeconds()) / periods.LengthInSeconds);
            points[index] = points[index] with { Value = series.Values[i] };
        }
    }

    // A step scaling policy needs one time series. It is the first one of the query, as ORDER BY puts the most important one
    // first.
    internal override bool Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        var result = Read(region, periods);
        Write(result.Series is [var first, ..] ? first.Series : TimeSeries.Empty(periods.LengthInSeconds), periods, points);
        return (result.Reached & InsightsLimits.Partial) == 0;
    }

    internal override int? PeriodOf(MetricId metric) => queries.PeriodOf(metric);
}
