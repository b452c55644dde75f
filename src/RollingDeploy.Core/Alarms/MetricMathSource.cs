using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Alarms;

/// <summary>One expression over metrics, or a metric and the band that it is expected to be within.</summary>
/// <param name="Queries">The metrics and expressions.</param>
/// <param name="Id">The query whose series is watched.</param>
/// <param name="BandId">The query whose two series, upper and lower, are the band; null where the alarm has a threshold.</param>
public sealed record MetricMathSource(MetricQueries Queries, string Id, string? BandId = null) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => Queries.PeriodInSeconds;

    /// <inheritdoc/>
    public override IEnumerable<MetricStat> Stats => Queries.Stats;

    internal override void Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), null);
        }

        try
        {
            var reader = new MetricReader(region.Metrics, region.Now);
            Write(Queries.Evaluate(reader, periods.Start, periods.StartOf(periods.Count)), periods, points);
        }
        catch (MathException)
        {
            // What can be wrong with it was refused when it was put; anything else is as if nothing were known.
        }
    }

    private void Write(MathContext context, in Periods periods, Span<Datapoint> points)
    {
        var (upper, lower) = BandId is null ? (null, null) : (context.RequireTimeSeries(BandId)[0], context.RequireTimeSeries(BandId)[^1]);
        var series = context.RequireSingleTimeSeries(Id);
        for (var i = 0; i < series.Count; i++)
        {
            var at = series.Timestamps[i];
            var index = (int)((at - periods.Start.ToUnixTimeSeconds()) / PeriodInSeconds);
            if (BandId is null)
            {
                points[index] = points[index] with { Value = series.Values[i] };
            }
            else if (lower!.At(at) is var low && upper!.At(at) is var high && double.IsFinite(low) && double.IsFinite(high))
            {
                // A value without a band is none: there is nothing to hold it against.
                points[index] = points[index] with { Value = series.Values[i], Band = new Band(low, high) };
            }
        }
    }
}
