namespace RollingDeploy.Core.Alarms;

/// <summary>The samples of one metric in one unit, summed up by the second or the minute, in order of time.</summary>
public sealed class Series
{
    private readonly List<(long Second, StatisticSet Samples)> _buckets = [];

    /// <summary>When the newest samples were taken; null when there are none.</summary>
    public DateTimeOffset? Newest => _buckets.Count == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(_buckets[^1].Second);

    /// <summary>The samples within [from, to).</summary>
    public StatisticSet Sum(DateTimeOffset from, DateTimeOffset to)
    {
        StatisticSet sum = default;
        var end = Seconds(to);
        for (var i = IndexOf(Seconds(from)); i < _buckets.Count && _buckets[i].Second < end; i++)
        {
            sum = sum.Merge(_buckets[i].Samples);
        }

        return sum;
    }

    internal void Add(DateTimeOffset at, int resolution, StatisticSet samples)
    {
        var second = at.ToUnixTimeSeconds();
        second -= second % resolution;
        var i = IndexOf(second);
        if (i < _buckets.Count && _buckets[i].Second == second)
        {
            _buckets[i] = (second, _buckets[i].Samples.Merge(samples));
        }
        else
        {
            _buckets.Insert(i, (second, samples));
        }
    }

    // A bucket belongs to [from, to) when its start does; a bound inside a second is rounded up to the next.
    private static long Seconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() + 999) / 1000;

    private int IndexOf(long second)
    {
        var (low, high) = (0, _buckets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _buckets[middle].Second < second ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
