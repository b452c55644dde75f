namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>The result of an expression: a scalar, a time series, or an array.</summary>
public abstract class MathValue
{
    private protected MathValue()
    {
    }

    /// <summary>The name of the type in error messages.</summary>
    internal abstract string TypeName { get; }
}

/// <summary>
/// A number, or a missing value, such as <c>AVG</c> of no points. An operation with a missing value gives a missing value or an
/// empty series.
/// </summary>
public sealed class ScalarValue : MathValue
{
    private ScalarValue(double value) => Value = value;

    /// <summary>A finite number; NaN for a missing value.</summary>
    public double Value { get; }

    internal override string TypeName => "a scalar";

    internal bool IsMissing => double.IsNaN(Value);

    internal static ScalarValue Of(double value) => new(double.IsFinite(value) ? value : double.NaN);
}

/// <summary>An array of time series. It can also contain scalars, as in <c>MAX([m1, 5])</c>.</summary>
public sealed class SeriesList : MathValue
{
    internal SeriesList(IReadOnlyList<MathValue> items) => Items = items;

    /// <summary>The scalars and time series. Nested arrays have been flattened.</summary>
    public IReadOnlyList<MathValue> Items { get; }

    internal override string TypeName => "an array of time series";

    /// <summary>Returns the series; null if there is a scalar in the array.</summary>
    internal IReadOnlyList<TimeSeries>? AsTimeSeries() =>
        Items as IReadOnlyList<TimeSeries> ?? (Items.All(item => item is TimeSeries) ? [.. Items.Cast<TimeSeries>()] : null);

    internal SeriesList Map(Func<MathValue, MathValue> map)
    {
        var mapped = new MathValue[Items.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = map(Items[i]);
        }

        return new(mapped);
    }
}
