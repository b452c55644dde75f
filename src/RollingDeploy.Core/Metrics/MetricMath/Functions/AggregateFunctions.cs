namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// Functions that aggregate values: a series to a scalar, and an array to a series with the aggregate at each timestamp.
/// </summary>
internal static class AggregateFunctions
{
    public static IReadOnlyList<MathFunction> All { get; } =
    [
        // According to AWS, a missing value counts as 0 for AVG. Other functions ignore missing values.
        Of("AVG", Average, missingIsZero: true),
        Of("DATAPOINT_COUNT", static values => values.Length),
        Of("MAX", Max),
        Of("MIN", Min),
        Of("STDDEV", StandardDeviation),
        Of("SUM", Sum),
    ];

    public static double Average(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    public static double Max(ReadOnlySpan<double> values) => values.IsEmpty ? double.NaN : Fold(values, values[0], Math.Max);

    public static double Min(ReadOnlySpan<double> values) => values.IsEmpty ? double.NaN : Fold(values, values[0], Math.Min);

    public static double Sum(ReadOnlySpan<double> values) => Fold(values, 0, static (sum, value) => sum + value);

    // This is the standard deviation of a population. AWS does not document which one it uses.
    private static double StandardDeviation(ReadOnlySpan<double> values)
    {
        var mean = Average(values);
        return Math.Sqrt(Fold(values, 0, (sum, value) => sum + ((value - mean) * (value - mean))) / values.Length);
    }

    private static double Fold(ReadOnlySpan<double> values, double start, Func<double, double, double> next)
    {
        foreach (var value in values)
        {
            start = next(start, value);
        }

        return start;
    }

    private static MathFunction Of(string name, Aggregator aggregator, bool missingIsZero = false) =>
        new(name, "TS or TS[]", 1, 1, call => call.Value(0) switch
        {
            TimeSeries series => ScalarValue.Of(aggregator(series.Values)),
            SeriesList list => SeriesUnion.Aggregate(list, aggregator, missingIsZero, call.Context.Range.PeriodSeconds),
            var value => throw call.Refuse(value, 0),
        });
}
