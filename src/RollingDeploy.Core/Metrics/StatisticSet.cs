namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The summary of samples, as in CloudWatch. Summaries are merged, because an average of averages would be wrong.
/// </summary>
public readonly record struct StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    /// <summary>Returns the summary of a sample, or of <paramref name="count"/> equal samples.</summary>
    public static StatisticSet Of(double value, double count = 1) => new(count, value * count, value, value);

    /// <summary>Whether there are no samples.</summary>
    public bool IsEmpty => SampleCount == 0;

    /// <summary>Returns the summary of both sets together.</summary>
    public StatisticSet Merge(in StatisticSet other) => IsEmpty ? other
        : other.IsEmpty ? this
        : new(
            SampleCount + other.SampleCount,
            Sum + other.Sum,
            Math.Min(Minimum, other.Minimum),
            Math.Max(Maximum, other.Maximum));
}
