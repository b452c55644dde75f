using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>
/// The expected values of a metric: its mean over the previous two weeks, plus and minus a number of standard deviations. AWS's
/// model also learns hourly and daily patterns, but it is not documented. This model can be calculated by hand, and distinguishes
/// jumps from noise.
/// </summary>
internal static class AnomalyModel
{
    private const int FewestPoints = 3;
    private static readonly TimeSpan Trained = TimeSpan.FromDays(14);

    /// <summary>
    /// Returns the band for all periods from start (inclusive) to end (exclusive); empty if there is not enough data.
    /// </summary>
    public static AnomalyBand Band(
        MetricReader reader, MetricStat stat, DateTimeOffset start, DateTimeOffset end, double deviations)
    {
        var values = reader.Read(stat, reader.Kept(start - Trained, start, stat.PeriodInSeconds)).Values;
        if (values.Length < FewestPoints)
        {
            var none = TimeSeries.Empty(stat.PeriodInSeconds);
            return new(none, none);
        }

        var (mean, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean) / values.Length;
        }

        var width = deviations * Math.Sqrt(squares);
        var periods = reader.Kept(start, end, stat.PeriodInSeconds);
        return new(Constant(stat, periods, mean + width), Constant(stat, periods, mean - width));
    }

    private static TimeSeries Constant(MetricStat stat, Periods periods, double value)
    {
        var timestamps = new long[periods.Count];
        for (var i = 0; i < timestamps.Length; i++)
        {
            timestamps[i] = periods.StartOf(i).ToUnixTimeSeconds();
        }

        var values = new double[periods.Count];
        Array.Fill(values, value);
        return double.IsFinite(value)
            ? new TimeSeries(stat.PeriodInSeconds, timestamps, values)
            : TimeSeries.Empty(stat.PeriodInSeconds);
    }
}
