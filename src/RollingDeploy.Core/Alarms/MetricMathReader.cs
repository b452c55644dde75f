using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Reads the datapoints of an expression, or of a metric and its band. A day of a wall clock window has 24 hours here, also when
/// the clock is changed, because expressions are evaluated for periods of equal length.
/// </summary>
internal sealed class MetricMathReader(MetricQueries queries, string id, string? bandId) : SourceReader
{
    internal override bool DependsOnDataOnly { get; } = bandId is null && queries.Plan.DependsOnDataOnly;

    internal override bool UsesInsights => queries.Plan.Queries.Count > 0;

    internal override int? PeriodOf(MetricId metric) => queries.PeriodOf(metric);

    internal override bool Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), null);
        }

        try
        {
            var reader = new MetricReader(region.Metrics, region.Now);
            var length = (long)periods.Count * queries.PeriodInSeconds;
            var context = queries.Evaluate(
                reader, periods.Start, periods.Start.AddSeconds(length), InsightsQuery.ReachOfAlarms);
            Write(context, periods, points);
            return (context.Reached & InsightsLimits.Partial) == 0;
        }
        catch (MathException)
        {
            // Errors in the expression were found when the alarm was put. Any other error counts as missing data.
            return true;
        }
    }

    private void Write(MathContext context, in Periods periods, Span<Datapoint> points)
    {
        var (upper, lower) = bandId is null
            ? (null, null)
            : (context.RequireTimeSeries(bandId)[0], context.RequireTimeSeries(bandId)[^1]);
        var series = context.RequireSingleTimeSeries(id);
        for (var i = 0; i < series.Count; i++)
        {
            var at = series.Timestamps[i];
            var index = (int)((at - periods.Start.ToUnixTimeSeconds()) / queries.PeriodInSeconds);
            if (bandId is null)
            {
                points[index] = points[index] with { Value = series.Values[i] };
            }
            else if (lower!.At(at) is var low && upper!.At(at) is var high && double.IsFinite(low) && double.IsFinite(high))
            {
                // A value without a band counts as missing, because it cannot be compared.
                points[index] = points[index] with { Value = series.Values[i], Band = new Band(low, high) };
            }
        }
    }
}
