namespace RollingDeploy.Core.Metrics;

/// <summary>Samples, as CloudWatch sums them up. An average of averages would be wrong, so these are merged instead.</summary>
public readonly record struct StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    /// <summary>One sample, or <paramref name="count"/> equal ones.</summary>
    public static StatisticSet Of(double value, double count = 1) => new(count, value * count, value, value);

    /// <summary>Whether there is no sample.</summary>
    public bool IsEmpty => SampleCount == 0;

    /// <summary>Both together.</summary>
    public StatisticSet Merge(in StatisticSet other) => IsEmpty ? other
        : other.IsEmpty ? this
        : new(
            SampleCount + other.SampleCount,
            Sum + other.Sum,
            Math.Min(Minimum, other.Minimum),
            Math.Max(Maximum, other.Maximum));
}
