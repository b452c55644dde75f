using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// M of N with missing data, as CloudWatch's tables have it (cloudwatch.md §3.2). It is pure, and allocates nothing.
/// </summary>
public static class AlarmEvaluator
{
    /// <summary>The state that follows from <paramref name="points"/>, oldest first, which reach further back than N periods.</summary>
    public static AlarmState Evaluate(AlarmConfiguration configuration, ReadOnlySpan<Datapoint> points, AlarmState present)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (HasTooFewSamples(configuration, points))
        {
            return present;
        }

        // Missing points are passed over where there are N real ones, whatever they count as.
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

    private static AlarmState WithoutData(MissingData treatment, AlarmState present) => treatment switch
    {
        MissingData.Breaching => AlarmState.Alarm,
        MissingData.NotBreaching => AlarmState.Ok,
        MissingData.Ignore => present,
        MissingData.Missing => AlarmState.InsufficientData,
    };

    // p99 needs 10 / (1 - 0.99) = 1000 samples, p10 needs 10 / 0.1 = 100 (and 1 - 0.9 is a little less than 0.1). p0 and p100 are
    // exact for any number of samples; no sample at all is missing data, and no small number.
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
