namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>Builds a series from points in order of time. Points without a finite value are removed here.</summary>
internal struct SeriesBuilder(int capacity)
{
    private long[] _timestamps = new long[capacity];
    private double[] _values = new double[capacity];
    private int _count;

    public void Add(long timestamp, double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        if (_count == _values.Length)
        {
            Array.Resize(ref _timestamps, Math.Max(4, 2 * _count));
            Array.Resize(ref _values, _timestamps.Length);
        }

        (_timestamps[_count], _values[_count]) = (timestamp, value);
        _count++;
    }

    public readonly TimeSeries Build(int periodSeconds, string label) => new(periodSeconds, _timestamps, _values, _count, label);
}
