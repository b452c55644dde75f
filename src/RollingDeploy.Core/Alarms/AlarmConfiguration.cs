namespace RollingDeploy.Core.Alarms;

/// <summary>How a value is held against the threshold; the value stands on the left.</summary>
public enum ComparisonOperator
{
    /// <summary>≥</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>&gt;</summary>
    GreaterThanThreshold,

    /// <summary>&lt;</summary>
    LessThanThreshold,

    /// <summary>≤</summary>
    LessThanOrEqualToThreshold,

    /// <summary>Outside a band.</summary>
    LessThanLowerOrGreaterThanUpperThreshold,

    /// <summary>Below a band.</summary>
    LessThanLowerThreshold,

    /// <summary>Above a band.</summary>
    GreaterThanUpperThreshold,
}

/// <summary>What a period without data counts as.</summary>
public enum MissingData
{
    /// <summary>As unknown: the default.</summary>
    Missing,

    /// <summary>As nothing: the state is kept.</summary>
    Ignore,

    /// <summary>As beyond the threshold.</summary>
    Breaching,

    /// <summary>As within the threshold.</summary>
    NotBreaching,
}

/// <summary>What a metric alarm watches. Putting an alarm again replaces all of this and keeps its state.</summary>
public sealed record AlarmConfiguration
{
    /// <summary>Where its datapoints come from.</summary>
    public required AlarmSource Source { get; init; }

    /// <summary>N: how many periods are looked at.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>M: how many of them must breach.</summary>
    public required int DatapointsToAlarm { get; init; }

    /// <summary>The threshold; null where a band that moves with the metric is one.</summary>
    public required double? Threshold { get; init; }

    /// <summary>The comparison.</summary>
    public required ComparisonOperator Comparison { get; init; }

    /// <summary>What missing data counts as.</summary>
    public MissingData TreatMissingData { get; init; }

    /// <summary>Whether a percentile of too few samples leaves the state as it is.</summary>
    public bool IgnoresLowSampleCount { get; init; }

    /// <summary>The length of a period in seconds: 10, 20, 30 or a multiple of 60.</summary>
    public int PeriodInSeconds => Source.PeriodInSeconds;

    /// <summary>How often it is evaluated: every 10 s below a minute's period, else every minute (cloudwatch.md §3.1).</summary>
    public int IntervalInSeconds => PeriodInSeconds < 60 ? 10 : 60;

    /// <summary>
    /// How many periods are fetched: more than N, so that real points are used before missing ones are filled in.
    /// </summary>
    public int Range => EvaluationPeriods + Math.Max(EvaluationPeriods / 3, 2);

    /// <summary>Whether the value of <paramref name="point"/>, which has one, is beyond the threshold or its band.</summary>
    public bool IsBreachedBy(in Datapoint point) => Comparison switch
    {
        ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold =>
            point.Value < point.Band?.Lower || point.Value > point.Band?.Upper,
        ComparisonOperator.LessThanLowerThreshold => point.Value < point.Band?.Lower,
        ComparisonOperator.GreaterThanUpperThreshold => point.Value > point.Band?.Upper,
        ComparisonOperator.GreaterThanOrEqualToThreshold => point.Value >= Threshold,
        ComparisonOperator.GreaterThanThreshold => point.Value > Threshold,
        ComparisonOperator.LessThanThreshold => point.Value < Threshold,
        ComparisonOperator.LessThanOrEqualToThreshold => point.Value <= Threshold,
    };
}
