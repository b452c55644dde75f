namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// Functions that use each point, or each point and the previous one. A series gives a series, and an array gives an array.
/// </summary>
internal static class SeriesFunctions
{
    public static IReadOnlyList<MathFunction> All { get; } =
    [
        OfValue("ABS", Math.Abs),
        OfValue("CEIL", Math.Ceiling),
        OfValue("FLOOR", Math.Floor),
        OfValue("LOG", Math.Log),
        OfValue("LOG10", Math.Log10),
        Of("DIFF", series => Differences(series, static (value, _) => value)),
        Of("DIFF_TIME", series => Differences(series, static (_, seconds) => seconds)),
        Of("RATE", series => Differences(series, static (value, seconds) => value / seconds)),
        Of("RUNNING_SUM", RunningSum),
    ];

    private static MathFunction OfValue(string name, Func<double, double> map) => Of(name, series => series.Map(map));

    private static MathFunction Of(string name, Func<TimeSeries, TimeSeries> map) =>
        new(name, "TS or TS[]", 1, 1, call => call.MapSeries(0, map));

    // The first point has no previous one and is removed.
    private static TimeSeries Differences(TimeSeries series, Func<double, double, double> of)
    {
        var builder = new SeriesBuilder(Math.Max(0, series.Count - 1));
        for (var i = 1; i < series.Count; i++)
        {
            var seconds = series.Timestamps[i] - series.Timestamps[i - 1];
            builder.Add(series.Timestamps[i], of(series.Values[i] - series.Values[i - 1], seconds));
        }

        return builder.Build(series.PeriodSeconds, series.Label);
    }

    private static TimeSeries RunningSum(TimeSeries series)
    {
        var sum = 0.0;
        return series.Map(value => sum += value);
    }
}
