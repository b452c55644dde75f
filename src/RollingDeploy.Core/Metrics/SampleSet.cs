using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The samples of a stretch of time: their summary, and their values as far as they are needed and known. Values that are all
/// equal are not kept: the summary tells them.
/// </summary>
[JsonConverter(typeof(SampleSetConverter))]
public readonly struct SampleSet
{
    private readonly Distribution? _values;

    private SampleSet(in StatisticSet summary, Distribution? values)
    {
        Summary = summary;
        _values = values;
    }

    /// <summary>The four numbers.</summary>
    public StatisticSet Summary { get; }

    /// <summary>
    /// The values one by one; null when they are not known: percentiles of a statistic set exist only where all its samples
    /// are equal (API reference, GetMetricStatistics).
    /// </summary>
    public Distribution? Values => _values ?? (IsUniform ? Distribution.Of(Summary.Minimum, Summary.SampleCount) : null);

    private bool IsUniform => Summary.Minimum == Summary.Maximum && !Summary.IsEmpty;

    private bool HasValues => _values is not null || IsUniform;

    /// <summary>One sample, or <paramref name="count"/> equal ones.</summary>
    public static SampleSet Of(double value, double count = 1) => new(StatisticSet.Of(value, count), null);

    /// <summary>Samples of which only the summary is known. A single one is known by its sum.</summary>
    public static SampleSet Of(in StatisticSet summary) =>
        new(summary, summary is { SampleCount: 1 }
            && summary.Minimum != summary.Maximum ? Distribution.Of(summary.Sum, 1) : null);

    /// <summary>
    /// Samples of which both the summary and the values are known; the values may be cut, where the summary is not.
    /// </summary>
    internal static SampleSet Of(in StatisticSet summary, IEnumerable<(double Value, double Count)> values) =>
        new(summary, Distribution.Of(values));

    /// <summary>The same as plain values.</summary>
    internal SampleParts Parts => _values is null
        ? new(Summary, 1, null, null)
        : new(Summary, _values.Factor, [.. _values.Values.ToArray().Select(each => each.Value)],
            [.. _values.Values.ToArray().Select(each => each.Count)]);

    /// <summary>Samples that were written down.</summary>
    internal static SampleSet Of(in SampleParts parts) => parts is { Values: { } values, Counts: { } counts }
        ? new(parts.Summary, Distribution.Restore(parts.Factor, values.Zip(counts)))
        : new(parts.Summary, null);

    /// <summary>The same so many times.</summary>
    internal SampleSet Times(double count, bool withValues) => count == 1 ? this : new(
        Summary with { SampleCount = Summary.SampleCount * count, Sum = Summary.Sum * count },
        withValues ? _values?.Times(count) : null);

    internal bool IsSameAs(in SampleSet other) =>
        Summary == other.Summary
        && (_values is null) == (other._values is null)
        && (_values is null || _values.Values.SequenceEqual(other._values!.Values));

    /// <summary>
    /// Both together. The receiver owns its values and changes them in place; those of the other are only read.
    /// </summary>
    /// <param name="other">What is added.</param>
    /// <param name="withValues">Whether the values are wanted; the summary costs much less.</param>
    public SampleSet Absorb(in SampleSet other, bool withValues = true) =>
        other.Summary.IsEmpty ? this : new(Summary.Merge(other.Summary), withValues ? Together(other) : null);

    private Distribution? Together(in SampleSet other)
    {
        if (Summary.IsEmpty)
        {
            return other._values?.Copy();
        }

        if (!HasValues || !other.HasValues || (IsUniform && other.IsUniform && Summary.Minimum == other.Summary.Minimum))
        {
            return null;
        }

        var values = Values!;
        values.Add(other);
        return values;
    }

    /// <summary>Adds each value of this set to <paramref name="values"/>.</summary>
    internal void AddTo(Distribution values)
    {
        if (_values is null)
        {
            values.Add(Summary.Minimum, Summary.SampleCount);
        }
        else
        {
            values.Add(_values);
        }
    }
}
