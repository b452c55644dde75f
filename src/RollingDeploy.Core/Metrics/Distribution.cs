using System.Runtime.InteropServices;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The values of samples in ascending order, and how often each value occurred. Up to <see cref="MostValues"/> different values
/// are exact. With more values, those within a factor of each other are combined, and the factor is squared until there are few
/// enough: first 1 %, and about 4 % for values over three decades. The error of a percentile is at most half of that. AWS's own
/// distributions use a factor of 10 %.
/// </summary>
public sealed class Distribution
{
    /// <summary>The maximum number of different values. They use 4 KB.</summary>
    public const int MostValues = 256;

    private const double FirstFactor = 1.01;

    private readonly List<(double Value, double Count)> _values = [];
    private double _factor = 1;

    private Distribution()
    {
    }

    /// <summary>The number of samples.</summary>
    public double Total { get; private set; }

    /// <summary>The values in ascending order, and how often each occurred.</summary>
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

    /// <summary>The factor within which values are combined; 1 if all values are exact.</summary>
    internal double Factor => _factor;

    /// <summary>Restores a distribution from values in ascending order.</summary>
    internal static Distribution Restore(double factor, IEnumerable<(double Value, double Count)> values)
    {
        var distribution = new Distribution { _factor = factor };
        distribution._values.AddRange(values);
        distribution.Total = distribution._values.Sum(each => each.Count);
        return distribution;
    }

    /// <summary>
    /// Restores a distribution with its number of samples, whose last bits depend on the order in which they were added.
    /// </summary>
    internal static Distribution Restore(double factor, IEnumerable<(double Value, double Count)> values, double total)
    {
        var distribution = new Distribution { _factor = factor, Total = total };
        distribution._values.AddRange(values);
        return distribution;
    }

    internal Distribution Times(double count)
    {
        var times = new Distribution { _factor = _factor, Total = Total * count };
        times._values.AddRange(_values.Select(each => (each.Value, each.Count * count)));
        return times;
    }

    /// <summary>
    /// Returns the smallest value for which at least <paramref name="count"/> samples are less than or equal to it.
    /// </summary>
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

    /// <summary>Returns the number of samples that are less than or equal to <paramref name="bound"/>.</summary>
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
    /// Returns the sum of the samples with ranks from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive),
    /// counted from 0.
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

    internal bool IsSameAs(Distribution other) => _factor == other._factor && Values.SequenceEqual(other.Values);

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

    // Values between two successive powers of the factor f are combined. The result differs from them by at most the fraction (f
    // − 1) / (f + 1).
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
