using System.Runtime.InteropServices;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// How often each value occurred, in order. Up to <see cref="MostValues"/> different values are exact. Beyond that, values
/// within a factor of each other count as one, and the factor is squared until they fit: 1 % at first, about 4 % for values
/// over three decades, so a percentile is off by half of that at most. AWS's own distributions use a factor of 10 %.
/// </summary>
public sealed class Distribution
{
    /// <summary>The number of different values that are kept apart: 4 KB.</summary>
    public const int MostValues = 256;

    private const double FirstFactor = 1.01;

    private readonly List<(double Value, double Count)> _values = [];
    private double _factor = 1;

    private Distribution()
    {
    }

    /// <summary>How many samples there are.</summary>
    public double Total { get; private set; }

    /// <summary>The values, least first, and how often each occurred.</summary>
    public ReadOnlySpan<(double Value, double Count)> Values => CollectionsMarshal.AsSpan(_values);

    internal static Distribution Of(double value, double count)
    {
        var distribution = new Distribution();
        distribution.Add(value, count);
        return distribution;
    }

    internal static Distribution Of(IEnumerable<(double Value, double Count)> values)
    {
        var distribution = new Distribution();
        foreach (var (value, count) in values)
        {
            distribution.Add(value, count);
        }

        return distribution;
    }

    /// <summary>Values within this factor of each other count as one; 1 where all are kept apart.</summary>
    internal double Factor => _factor;

    /// <summary>Values that were written down, least first.</summary>
    internal static Distribution Restore(double factor, IEnumerable<(double Value, double Count)> values)
    {
        var distribution = new Distribution { _factor = factor };
        distribution._values.AddRange(values);
        distribution.Total = distribution._values.Sum(each => each.Count);
        return distribution;
    }

    internal Distribution Times(double count)
    {
        var times = new Distribution { _factor = _factor, Total = Total * count };
        times._values.AddRange(_values.Select(each => (each.Value, each.Count * count)));
        return times;
    }

    /// <summary>The least value at or below which there are at least <paramref name="count"/> samples.</summary>
    public double ValueAt(double count)
    {
        var below = 0.0;
        foreach (var (value, times) in Values)
        {
            below += times;
            if (below >= count - Ranks.Tolerance)
            {
                return value;
            }
        }

        return _values[^1].Value;
    }

    /// <summary>How many samples are at or below <paramref name="bound"/>.</summary>
    public double CountUpTo(double bound)
    {
        var count = 0.0;
        foreach (var (value, times) in Values)
        {
            count += value <= bound ? times : 0;
        }

        return count;
    }

    /// <summary>
    /// The sum of the samples whose ranks lie within [<paramref name="from"/>, <paramref name="to"/>), counted from 0.
    /// </summary>
    public double SumWithin(double from, double to)
    {
        var (sum, rank) = (0.0, 0.0);
        foreach (var (value, times) in Values)
        {
            sum += value * Math.Max(0, Math.Min(to, rank + times) - Math.Max(from, rank));
            rank += times;
        }

        return sum;
    }

    internal Distribution Copy()
    {
        var copy = new Distribution { _factor = _factor, Total = Total };
        copy._values.AddRange(_values);
        return copy;
    }

    internal void Add(in SampleSet samples) => samples.AddTo(this);

    internal void Add(Distribution other)
    {
        if (other._factor > _factor)
        {
            Coarsen(other._factor);
        }

        foreach (var (value, count) in other.Values)
        {
            Add(value, count);
        }
    }

    internal void Add(double value, double count)
    {
        Total += count;
        Insert(Rounded(value), count);
        while (_values.Count > MostValues)
        {
            Coarsen(_factor == 1 ? FirstFactor : _factor * _factor);
        }
    }

    private void Insert(double value, double count)
    {
        var index = IndexOf(value);
        if (index < _values.Count && _values[index].Value == value)
        {
            _values[index] = (value, _values[index].Count + count);
        }
        else
        {
            _values.Insert(index, (value, count));
        }
    }

    private void Coarsen(double factor)
    {
        _factor = factor;
        var finer = _values.ToArray();
        _values.Clear();
        foreach (var (value, count) in finer)
        {
            Insert(Rounded(value), count);
        }
    }

    // The middle of the value's class: between two powers of the factor, both multiplied by less than half the factor's excess.
    private double Rounded(double value)
    {
        if (_factor == 1 || value == 0)
        {
            return value;
        }

        var upper = Math.Pow(_factor, Math.Ceiling(Math.Log(Math.Abs(value)) / Math.Log(_factor)));
        return Math.CopySign(2 * upper / (1 + _factor), value);
    }

    private int IndexOf(double value)
    {
        var (low, high) = (0, _values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _values[middle].Value < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
