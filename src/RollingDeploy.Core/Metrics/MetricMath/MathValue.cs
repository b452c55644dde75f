namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>What an expression gives: a scalar, a time series, or an array of them.</summary>
public abstract class MathValue
{
    private protected MathValue()
    {
    }

    /// <summary>As an error names it.</summary>
    internal abstract string TypeName { get; }
}

/// <summary>A number, or none where data are missing (<c>AVG</c> of no points), which drops what it touches.</summary>
public sealed class ScalarValue : MathValue
{
    private ScalarValue(double value) => Value = value;

    /// <summary>A finite number, or NaN for none.</summary>
    public double Value { get; }

    internal override string TypeName => "a scalar";

    internal bool IsMissing => double.IsNaN(Value);

    internal static ScalarValue Of(double value) => new(double.IsFinite(value) ? value : double.NaN);
}

/// <summary>
/// An array: time series, and scalars where brackets mix them, as in <c>MAX([m1, 5])</c>.
/// </summary>
public sealed class SeriesList : MathValue
{
    internal SeriesList(IReadOnlyList<MathValue> items) => Items = items;

    /// <summary>Scalars and time series; an array within an array has been unfolded.</summary>
    public IReadOnlyList<MathValue> Items { get; }

    internal override string TypeName => "an array of time series";

    /// <summary>The series; null when a scalar is among them.</summary>
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
