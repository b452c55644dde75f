namespace RollingDeploy.Core.Alarms;

/// <summary>How a value is compared with the threshold. The value is on the left side.</summary>
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

/// <summary>How a period without data is treated.</summary>
public enum MissingData
{
    /// <summary>As missing. This is the default.</summary>
    Missing,

    /// <summary>The state is kept.</summary>
    Ignore,

    /// <summary>As breaching the threshold.</summary>
    Breaching,

    /// <summary>As not breaching the threshold.</summary>
    NotBreaching,
}

/// <summary>
/// The configuration of a metric alarm. If an alarm is put again, its configuration is replaced and its state is kept.
/// </summary>
public sealed record AlarmConfiguration
{
    /// <summary>The source of the datapoints.</summary>
    public required AlarmSource Source { get; init; }

    /// <summary>N: the number of periods to evaluate.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>M: the number of breaching periods for ALARM.</summary>
    public required int DatapointsToAlarm { get; init; }

    /// <summary>The threshold; null for an anomaly detection band.</summary>
    public required double? Threshold { get; init; }

    /// <summary>The comparison.</summary>
    public required ComparisonOperator Comparison { get; init; }

    /// <summary>How missing data is treated.</summary>
    public MissingData TreatMissingData { get; init; }

    /// <summary>Whether the state is kept if a percentile has too few samples.</summary>
    public bool IgnoresLowSampleCount { get; init; }

    /// <summary>The delay before the first evaluation of a new alarm; null if there is none.</summary>
    public WarmUp? WarmUp { get; init; }

    /// <summary>The time zone of a wall clock window; null for a sliding window.</summary>
    public WallClock? WallClock { get; init; }

    /// <summary>The period in seconds: 10, 20, 30 or a multiple of 60.</summary>
    public int PeriodInSeconds => Source.PeriodInSeconds;

    /// <summary>
    /// The interval between evaluations: 10 s if the period is less than a minute, otherwise a minute (cloudwatch.md §3.1).
    /// </summary>
    public int IntervalInSeconds => PeriodInSeconds < 60 ? 10 : 60;

    /// <summary>
    /// The number of periods to read. It is more than N, so that existing datapoints are used before missing ones are filled in.
    /// </summary>
    public int Range => EvaluationPeriods + Math.Max(EvaluationPeriods / 3, 2);

    /// <summary>
    /// Returns whether the value of <paramref name="point"/> breaches the threshold or the band. The value must not be null.
    /// </summary>
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
