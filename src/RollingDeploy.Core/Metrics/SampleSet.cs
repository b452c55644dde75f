using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The samples of a period of time: their summary and, if they are needed and known, their values. If all values are equal, only
/// the summary is stored.
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

    /// <summary>The summary: count, sum, minimum and maximum.</summary>
    public StatisticSet Summary { get; }

    /// <summary>
    /// The values; null if they are not known. For a statistic set, percentiles exist only if all its samples are equal (API
    /// reference, GetMetricStatistics).
    /// </summary>
    public Distribution? Values => _values ?? (IsUniform ? Metrics.Distribution.Of(Summary.Minimum, Summary.SampleCount) : null);

    private bool IsUniform => Summary.Minimum == Summary.Maximum && !Summary.IsEmpty;

    private bool HasValues => _values is not null || IsUniform;

    /// <summary>Returns a sample, or <paramref name="count"/> equal samples.</summary>
    public static SampleSet Of(double value, double count = 1) => new(StatisticSet.Of(value, count), null);

    /// <summary>Returns samples of which only the summary is known. For a single sample, the value is the sum.</summary>
    public static SampleSet Of(in StatisticSet summary) =>
        new(summary, summary is { SampleCount: 1 }
            && summary.Minimum != summary.Maximum ? Metrics.Distribution.Of(summary.Sum, 1) : null);

    /// <summary>
    /// Returns samples with their summary and their values. The values can be approximate, while the summary is exact.
    /// </summary>
    internal static SampleSet Of(in StatisticSet summary, IEnumerable<(double Value, double Count)> values) =>
        new(summary, Metrics.Distribution.Of(values));

    /// <summary>Returns samples with a summary and known values.</summary>
    internal static SampleSet Of(in StatisticSet summary, Distribution values) => new(summary, values);

    /// <summary>Returns samples of which no more than the summary is stored.</summary>
    internal static SampleSet OfSummary(in StatisticSet summary) => new(summary, null);

    /// <summary>The stored values; null if no more than the summary is stored.</summary>
    internal Distribution? Distribution => _values;

    /// <summary>The samples as plain values, for serialization.</summary>
    internal SampleParts Parts => _values is null
        ? new(Summary, 1, null, null)
        : new(Summary, _values.Factor, [.. _values.Values.ToArray().Select(each => each.Value)],
            [.. _values.Values.ToArray().Select(each => each.Count)]);

    /// <summary>Returns samples from plain values, for deserialization.</summary>
    internal static SampleSet Of(in SampleParts parts) => parts is { Values: { } values, Counts: { } counts }
        ? new(parts.Summary, Metrics.Distribution.Restore(parts.Factor, values.Zip(counts)))
        : new(parts.Summary, null);

    /// <summary>Returns the samples repeated <paramref name="count"/> times.</summary>
    internal SampleSet Times(double count, bool withValues) => count == 1 ? this : new(
        Summary with { SampleCount = Summary.SampleCount * count, Sum = Summary.Sum * count },
        withValues ? _values?.Times(count) : null);

    internal bool IsSameAs(in SampleSet other) =>
        Summary == other.Summary
        && (_values is null) == (other._values is null)
        && (_values is null || _values.IsSameAs(other._values!));

    /// <summary>
    /// Returns the union of both sets. The values of this set may be changed, and those of the other set are not.
    /// </summary>
    /// <param name="other">The samples to add.</param>
    /// <param name="withValues">Whether the values are needed. The summary alone is much faster.</param>
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

    /// <summary>Adds each value to <paramref name="values"/>.</summary>
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
