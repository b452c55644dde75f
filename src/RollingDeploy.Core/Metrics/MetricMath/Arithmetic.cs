using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// Operators on scalars, series and arrays. Two series are joined by their timestamps, and a missing value counts as 0. A
/// division by zero removes the point (user guide, metric math, basic arithmetic functions).
/// </summary>
internal static class Arithmetic
{
    public static MathValue Combine(BinaryOperator symbol, MathValue left, MathValue right, int position) => (left, right) switch
    {
        (ScalarValue a, ScalarValue b) when a.IsMissing || b.IsMissing => ScalarValue.Of(double.NaN),
        (ScalarValue a, ScalarValue b) => ScalarValue.Of(symbol.Apply(a.Value, b.Value)),
        (ScalarValue { IsMissing: true }, TimeSeries series) => TimeSeries.Empty(series.PeriodSeconds, series.Label),
        (TimeSeries series, ScalarValue { IsMissing: true }) => TimeSeries.Empty(series.PeriodSeconds, series.Label),
        (ScalarValue a, TimeSeries b) => b.Map(value => symbol.Apply(a.Value, value)),
        (TimeSeries a, ScalarValue b) => a.Map(value => symbol.Apply(value, b.Value)),
        (TimeSeries a, TimeSeries b) => Join(symbol, a, b),
        (SeriesList list, not SeriesList) when symbol.TakesLists => list.Map(item => Combine(symbol, item, right, position)),
        (not SeriesList, SeriesList list) when symbol.TakesLists => list.Map(item => Combine(symbol, left, item, position)),
        _ => throw new MathException(
            $"Unsupported operand type(s) for {symbol.Symbol}: {left.TypeName} and {right.TypeName}", position),
    };

    // Subtracted from 0, because a negated 0 would be printed as -0.
    public static MathValue Negate(MathValue value) => value switch
    {
        ScalarValue scalar => ScalarValue.Of(0 - scalar.Value),
        TimeSeries series => series.Map(static each => 0 - each),
        SeriesList list => list.Map(Negate),
        _ => throw new InvalidOperationException($"A value of the unknown type {value.TypeName} cannot be negated."),
    };

    private static TimeSeries Join(BinaryOperator symbol, TimeSeries left, TimeSeries right)
    {
        var builder = new SeriesBuilder(Math.Max(left.Count, right.Count));
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            var at = Math.Min(TimestampAt(left, i), TimestampAt(right, j));
            var a = TimestampAt(left, i) == at ? left.Values[i++] : 0;
            var b = TimestampAt(right, j) == at ? right.Values[j++] : 0;
            builder.Add(at, symbol.Apply(a, b));
        }

        // Series with different periods have a point at each step of the shorter one.
        return builder.Build(Math.Min(left.PeriodSeconds, right.PeriodSeconds), "");
    }

    private static long TimestampAt(TimeSeries series, int index) =>
        index < series.Count ? series.Timestamps[index] : long.MaxValue;
}
