namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>Values at distinct instants, in order of time. Immutable; every value is finite.</summary>
public sealed class TimeSeries : MathValue
{
    // Longer than Count where points were dropped; shared between series that have the same instants.
    private readonly long[] _timestamps;
    private readonly double[] _values;

    /// <summary>A metric's data. The arrays are not copied: leave them as they are.</summary>
    /// <exception cref="ArgumentException">The timestamps do not rise, a value is not finite, or the lengths differ.</exception>
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

    /// <summary>The seconds from one point to the next where none is missing.</summary>
    public int PeriodSeconds { get; }

    /// <summary>The metric's label where the series comes from one metric; otherwise empty.</summary>
    public string Label { get; }

    /// <summary>How many points it has.</summary>
    public int Count { get; }

    /// <summary>Epoch seconds, rising.</summary>
    public ReadOnlySpan<long> Timestamps => _timestamps.AsSpan(0, Count);

    /// <summary>One for each timestamp.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    internal override string TypeName => "a time series";

    /// <summary>A series without points.</summary>
    public static TimeSeries Empty(int periodSeconds, string label = "") => new(periodSeconds, [], [], 0, label);

    /// <summary>The value at an instant; NaN where there is none.</summary>
    internal double At(long timestamp)
    {
        var i = Timestamps.BinarySearch(timestamp);
        return i < 0 ? double.NaN : _values[i];
    }

    /// <summary>The series with each value changed; a point whose new value is not finite is dropped.</summary>
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
