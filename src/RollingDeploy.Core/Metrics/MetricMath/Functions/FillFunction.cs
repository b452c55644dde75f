using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// The function <c>FILL</c>. It fills in missing values of a series: with a number, with the values of another series, with the
/// previous value (REPEAT), or with linear interpolation between the previous and the next value (LINEAR). If there is no such
/// value, the point stays missing.
/// </summary>
internal static class FillFunction
{
    public static MathFunction Fill { get; } = new("FILL", "TS or TS[], S or TS or REPEAT or LINEAR", 2, 2, Apply)
    {
        Check = call => _ = call.Children[1] is KeywordNode ? Filler(call) : null,
    };

    // Returns the value for a timestamp. The parameter next is the index of the first point after it.
    private delegate double Missing(TimeSeries series, int next, long at);

    private static MathValue Apply(FunctionCall call)
    {
        var missing = call.Node.Children[1] is KeywordNode ? Filler(call.Node) : Filler(call);
        return call.MapSeries(0, series => Fills(series, call.Context.Range, call.Position, missing));
    }

    private static Missing Filler(CallNode call) => call.KeywordAt(1, "REPEAT", "LINEAR") == "REPEAT" ? Repeat : Linear;

    private static Missing Filler(FunctionCall call) => call.Value(1) switch
    {
        ScalarValue scalar => (_, _, _) => scalar.Value,
        TimeSeries other => (_, _, at) => other.At(at),
        var value => throw call.Refuse(value, 1),
    };

    private static TimeSeries Fills(TimeSeries series, MathRange range, int position, Missing missing)
    {
        var periods = range.Periods(series.PeriodSeconds, position);
        var builder = new SeriesBuilder(Math.Max(periods, series.Count));
        var next = 0;
        for (var i = 0; i < periods; i++)
        {
            var at = range.StartSeconds + ((long)i * series.PeriodSeconds);
            for (; next < series.Count && series.Timestamps[next] < at; next++)
            {
                builder.Add(series.Timestamps[next], series.Values[next]);
            }

            if (next == series.Count || series.Timestamps[next] != at)
            {
                builder.Add(at, missing(series, next, at));
            }
        }

        for (; next < series.Count; next++)
        {
            builder.Add(series.Timestamps[next], series.Values[next]);
        }

        return builder.Build(series.PeriodSeconds, series.Label);
    }

    private static double Repeat(TimeSeries series, int next, long at) => next == 0 ? double.NaN : series.Values[next - 1];

    // For example, with 10 at 60 s and 40 at 240 s, the value at 120 s is 10 + 30 * 60 / 180 = 20.
    private static double Linear(TimeSeries series, int next, long at)
    {
        if (next == 0 || next == series.Count)
        {
            return double.NaN;
        }

        var (from, to) = (series.Timestamps[next - 1], series.Timestamps[next]);
        var share = (at - from) / (double)(to - from);
        return series.Values[next - 1] + ((series.Values[next] - series.Values[next - 1]) * share);
    }
}
