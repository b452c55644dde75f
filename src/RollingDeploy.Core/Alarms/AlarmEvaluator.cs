using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Evaluates M out of N datapoints with missing data, as in CloudWatch's tables (cloudwatch.md §3.2). It has no side effects and
/// allocates no memory.
/// </summary>
public static class AlarmEvaluator
{
    /// <summary>
    /// Returns the state that follows from <paramref name="points"/>. They are sorted, oldest first, and cover more than N
    /// periods.
    /// </summary>
    public static AlarmState Evaluate(AlarmConfiguration configuration, ReadOnlySpan<Datapoint> points, AlarmState present)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (HasTooFewSamples(configuration, points))
        {
            return present;
        }

        // If there are N existing points, missing points are ignored, however they are treated.
        var (n, m) = (configuration.EvaluationPeriods, configuration.DatapointsToAlarm);
        var (real, breaching, oldest) = (0, 0, points.Length);
        for (var i = points.Length - 1; i >= 0 && real < n; i--)
        {
            if (points[i].Value is not null)
            {
                (real, oldest) = (real + 1, i);
                breaching += configuration.IsBreachedBy(points[i]) ? 1 : 0;
            }
        }

        return real == 0
            ? WithoutData(configuration.TreatMissingData, present)
            : configuration.TreatMissingData switch
            {
                _ when real == n => Decide(breaching >= m),
                MissingData.Breaching => Decide(breaching + n - real >= m),
                MissingData.NotBreaching => Decide(breaching >= m),
                _ when breaching < real => Decide(breaching >= m),
                MissingData.Ignore => present,

                // "Premature alarm": only breaching points exist; it is an alarm when the oldest is at least M periods old.
                _ => points.Length - oldest >= m ? AlarmState.Alarm : present,
            };
    }

    /// <summary>Returns the state that follows if there is no data at all.</summary>
    internal static AlarmState WithoutData(MissingData treatment, AlarmState present) => treatment switch
    {
        MissingData.Breaching => AlarmState.Alarm,
        MissingData.NotBreaching => AlarmState.Ok,
        MissingData.Ignore => present,
        MissingData.Missing => AlarmState.InsufficientData,
    };

    // For example, p99 needs 10 / (1 - 0.99) = 1000 samples, and p10 needs 10 / 0.1 = 100 (1 - 0.9 is slightly less than 0.1). p0
    // and p100 are exact for any number of samples. Without any samples, the data is missing, which is treated separately.
    private static bool HasTooFewSamples(AlarmConfiguration configuration, ReadOnlySpan<Datapoint> points)
    {
        if (!configuration.IgnoresLowSampleCount
            || configuration.Source is not SingleMetric
            { Stat.Statistic: ExtendedStatistic { Percentile: > 0 and < 1 and { } p } })
        {
            return false;
        }

        var samples = 0.0;
        foreach (var point in points[Math.Max(0, points.Length - configuration.EvaluationPeriods)..])
        {
            samples += point.SampleCount;
        }

        return samples > 0 && samples * (p >= 0.5 ? 1 - p : p) < 10 - Ranks.Tolerance;
    }

    private static AlarmState Decide(bool alarm) => alarm ? AlarmState.Alarm : AlarmState.Ok;
}
