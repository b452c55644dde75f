namespace RollingDeploy.Core.Alarms;

/// <summary>The standard statistics.</summary>
public enum Statistic
{
    /// <summary>How many samples.</summary>
    SampleCount,

    /// <summary>Their mean.</summary>
    Average,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The least of them.</summary>
    Minimum,

    /// <summary>The greatest of them.</summary>
    Maximum,
}

/// <summary>Samples, as CloudWatch sums them up. An average of averages would be wrong, so these are merged instead.</summary>
public readonly record struct StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    /// <summary>One sample, or <paramref name="count"/> equal ones.</summary>
    public static StatisticSet Of(double value, double count = 1) => new(count, value * count, value, value);

    /// <summary>Both together.</summary>
    public StatisticSet Merge(StatisticSet other) => SampleCount == 0 ? other
        : other.SampleCount == 0 ? this
        : new(
            SampleCount + other.SampleCount,
            Sum + other.Sum,
            Math.Min(Minimum, other.Minimum),
            Math.Max(Maximum, other.Maximum));

    /// <summary>The value of <paramref name="statistic"/>.</summary>
    public double Get(Statistic statistic) => statistic switch
    {
        Statistic.SampleCount => SampleCount,
        Statistic.Average => Sum / SampleCount,
        Statistic.Sum => Sum,
        Statistic.Minimum => Minimum,
        Statistic.Maximum => Maximum,
        _ => throw new IllegalTransitionException($"{statistic} is no standard statistic"),
    };
}
