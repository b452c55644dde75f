using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Alarms;

/// <summary>One expression over metrics.</summary>
/// <param name="Queries">The metrics and expressions.</param>
/// <param name="Id">The query whose series is watched.</param>
public sealed record MetricMathSource(MetricQueries Queries, string Id) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => Queries.PeriodInSeconds;

    internal override void Look(Region region, in Periods periods, Span<Datapoint> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new Datapoint(periods.StartOf(i), null);
        }

        var series = Evaluate(new MetricReader(region.Metrics, region.World.Now), periods);
        for (var i = 0; i < series.Count; i++)
        {
            var index = (int)((series.Timestamps[i] - periods.Start.ToUnixTimeSeconds()) / PeriodInSeconds);
            points[index] = points[index] with { Value = series.Values[i] };
        }
    }

    private TimeSeries Evaluate(MetricReader reader, in Periods periods)
    {
        try
        {
            return Queries.Evaluate(reader, periods.Start, periods.StartOf(periods.Count)).RequireSingleTimeSeries(Id);
        }
        catch (MathException)
        {
            // What can be wrong with it was refused when it was put; anything else is as if nothing were known.
            return TimeSeries.Empty(PeriodInSeconds);
        }
    }
}
