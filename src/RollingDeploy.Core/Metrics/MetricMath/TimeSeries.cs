namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>Values at distinct timestamps, in order of time. A series is immutable, and all values are finite.</summary>
public sealed class TimeSeries : MathValue
{
    // The array can be longer than Count if points were removed. Series with the same timestamps share it.
    private readonly long[] _timestamps;
    private readonly double[] _values;

    /// <summary>Creates the series of a metric. The arrays are not copied, so callers must not change them.</summary>
    /// <exception cref="ArgumentException">Timestamps are not ascending, a value is not finite, or the lengths differ.</exception>
    public TimeSeries(int periodSeconds, long[] timestamps, double[] values, string label = "")
        : this(periodSeconds, timestamps, values, timestamps.Length, label)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodSeconds, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, timestamps.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || (i > 0 && timestamps[i] <= timestamps[i - 1]))
            {
                throw new ArgumentException($"Point {i} is not finite, or not after the one before.", nameof(values));
            }
        }
    }

    internal TimeSeries(int periodSeconds, long[] timestamps, double[] values, int count, string label) =>
        (PeriodSeconds, _timestamps, _values, Count, Label) = (periodSeconds, timestamps, values, count, label);

    /// <summary>The period in seconds, between two points without a gap.</summary>
    public int PeriodSeconds { get; }

    /// <summary>The label of the metric; empty if the series is not from one metric.</summary>
    public string Label { get; }

    /// <summary>The number of points.</summary>
    public int Count { get; }

    /// <summary>The timestamps in epoch seconds, ascending.</summary>
    public ReadOnlySpan<long> Timestamps => _timestamps.AsSpan(0, Count);

    /// <summary>The values, one for each timestamp.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    internal override string TypeName => "a time series";

    /// <summary>Returns a series without points.</summary>
    public static TimeSeries Empty(int periodSeconds, string label = "") => new(periodSeconds, [], [], 0, label);

    /// <summary>Returns the series with another label.</summary>
    internal TimeSeries Named(string label) => new(PeriodSeconds, _timestamps, _values, Count, label);

    /// <summary>Returns the value at a timestamp; NaN if there is none.</summary>
    internal double At(long timestamp)
    {
        var i = Timestamps.BinarySearch(timestamp);
        return i < 0 ? double.NaN : _values[i];
    }

    /// <summary>Returns a series with changed values. Points whose new value is not finite are removed.</summary>
    internal TimeSeries Map(Func<double, double> map)
    {
        var values = new double[Count];
        var finite = true;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = map(_values[i]);
            finite &= double.IsFinite(values[i]);
        }

        return finite ? new(PeriodSeconds, _timestamps, values, Count, Label) : Compact(values);
    }

    private TimeSeries Compact(double[] values)
    {
        var builder = new SeriesBuilder(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            builder.Add(_timestamps[i], values[i]);
        }

        return builder.Build(PeriodSeconds, Label);
    }
}
