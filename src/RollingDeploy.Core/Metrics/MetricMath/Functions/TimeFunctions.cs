using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>Functions of time: series without gaps, with parts of the timestamps in UTC, and the period of a metric.</summary>
internal static class TimeFunctions
{
    public static IReadOnlyList<MathFunction> All { get; } =
    [
        OfTimestamp("MINUTE", at => at.Minute),
        OfTimestamp("HOUR", at => at.Hour),
        OfTimestamp("DAY", at => at.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)at.DayOfWeek), // Monday is 1
        OfTimestamp("DATE", at => at.Day),
        OfTimestamp("MONTH", at => at.Month),
        OfTimestamp("YEAR", at => at.Year),
        OfTimestamp("EPOCH", at => at.ToUnixTimeSeconds()),
        new("PERIOD", "TS", 1, 1, Period) { Check = call => _ = MetricId(call) },
        new("TIME_SERIES", "S", 1, 1, TimeSeriesOf),
    ];

    private static MathFunction OfTimestamp(string name, Func<DateTimeOffset, double> part) => new(name, "TS", 1, 1, call =>
    {
        var series = call.Series(0);
        return call.Context.Range.Dense(
            series.PeriodSeconds, call.Position, series.Label, at => part(DateTimeOffset.FromUnixTimeSeconds(at)));
    })
    {
        DependsOnMore = true,
    };

    private static TimeSeries TimeSeriesOf(FunctionCall call)
    {
        var value = call.Scalar(0);
        return call.Context.Range.Dense(call.Context.Range.PeriodSeconds, call.Position, "", _ => value);
    }

    // AWS: "Valid input is metrics, not the results of other expressions."
    private static ScalarValue Period(FunctionCall call) => call.Context.IsMetric(MetricId(call.Node))
        ? ScalarValue.Of(call.Series(0).PeriodSeconds)
        : throw call.Node.Refuse("the result of an expression", 0);

    private static string MetricId(CallNode call) =>
        call.Children[0] is IdNode metric ? metric.Id : throw call.Refuse("anything but a metric", 0);
}
