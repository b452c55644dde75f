using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>Functions that select, count and sort the series of an array.</summary>
internal static class ArrayFunctions
{
    public static IReadOnlyList<MathFunction> All { get; } =
    [
        new("METRICS", "nothing or a string", 0, 1, Metrics)
        {
            Check = call => _ = call.Children.Count == 0 ? "" : call.TextAt(0),
        },
        new("METRIC_COUNT", "TS[]", 1, 1, call => ScalarValue.Of(call.Array(0).Count)),
        new("FIRST", "TS[]", 1, 1, call => call.Array(0) is [var first, ..] ? first : Empty(call)),
        new("LAST", "TS[]", 1, 1, call => call.Array(0) is [.., var last] ? last : Empty(call)),
        new("REMOVE_EMPTY", "TS[]", 1, 1, call => new SeriesList([.. call.Array(0).Where(series => series.Count > 0)])),
        new("SLICE", "TS[], S or TS[], S, S", 2, 3, Slice),
        new("SORT", "TS[], AVG or MIN or MAX or SUM, ASC or DESC[, S]", 3, 4, Sort)
        {
            Check = call => _ = (Key(call), IsDescending(call)),
        },
    ];

    private static TimeSeries Empty(FunctionCall call) => TimeSeries.Empty(call.Context.Range.PeriodSeconds);

    private static SeriesList Metrics(FunctionCall call) =>
        call.Context.MetricsWhoseIdContains(call.Has(0) ? call.Node.TextAt(0) : "");

    private static SeriesList Slice(FunctionCall call)
    {
        var series = call.Array(0);
        var start = Index(call, 1, series.Count);
        var end = call.Has(2) ? Index(call, 2, series.Count) : series.Count;
        return new([.. series.Take(start..end)]);
    }

    private static SeriesList Sort(FunctionCall call)
    {
        var (key, descending) = (Key(call.Node), IsDescending(call.Node));
        var keyed = call.Array(0).Select(series => (Series: series, Key: key(series.Values)));

        // A series without points is last in both orders.
        var sorted = keyed.OrderBy(each => double.IsNaN(each.Key));
        sorted = descending ? sorted.ThenByDescending(each => each.Key) : sorted.ThenBy(each => each.Key);
        var all = sorted.Select(each => each.Series).ToArray();
        return new(call.Has(3) ? all[..Index(call, 3, all.Length)] : all);
    }

    private static Aggregator Key(CallNode call) => call.KeywordAt(1, "AVG", "MIN", "MAX", "SUM") switch
    {
        "AVG" => AggregateFunctions.Average,
        "MIN" => AggregateFunctions.Min,
        "MAX" => AggregateFunctions.Max,
        _ => values => values.IsEmpty ? double.NaN : AggregateFunctions.Sum(values),
    };

    private static bool IsDescending(CallNode call) => call.KeywordAt(2, "ASC", "DESC") == "DESC";

    // The index is limited to the size of the array. A missing scalar counts as 0.
    private static int Index(FunctionCall call, int argument, int count) =>
        call.Scalar(argument) is > 0 and var index ? (int)Math.Min(index, count) : 0;
}
