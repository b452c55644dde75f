using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;
using MetricStat = RollingDeploy.Core.Metrics.MetricStat;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// The rules of PutMetricAlarm that are not constraints in AWS's model, with CloudWatch's texts (cloudwatch.md §2).
/// </summary>
internal static class MetricAlarmRules
{
    private const int Day = 86_400;

    private static readonly Dictionary<string, MissingData> Treatments = new(StringComparer.Ordinal)
    {
        ["missing"] = MissingData.Missing,
        ["ignore"] = MissingData.Ignore,
        ["breaching"] = MissingData.Breaching,
        ["notBreaching"] = MissingData.NotBreaching,
    };

    public static AlarmConfiguration Read(PutMetricAlarmInput input)
    {
        RequireReadable(input.AlarmName!);
        RequireServed(input);
        AlarmSource source = input.Metrics is { Count: > 0 } ? MathAlarmRules.Read(input) : ReadSingle(input);
        var periods = input.EvaluationPeriods ?? throw CloudWatchErrors.Validation("EvaluationPeriods must not be null");
        RequirePeriod(source.PeriodInSeconds);
        RequireWindow(source.PeriodInSeconds, periods);
        if (input.DatapointsToAlarm > periods)
        {
            throw CloudWatchErrors.Validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        }

        WindowRules.Require(input.ActionConfiguration);
        return new AlarmConfiguration
        {
            Source = source,
            EvaluationPeriods = periods,
            DatapointsToAlarm = input.DatapointsToAlarm ?? periods,
            Threshold = Threshold(input),
            Comparison = Comparison(input),
            TreatMissingData = Treatment(input.TreatMissingData),
            IgnoresLowSampleCount =
                IgnoresLowSampleCount(input.EvaluateLowSampleCountPercentile, (source as SingleMetric)?.Stat.Statistic),
            WarmUp = WindowRules.Read(input.WarmUpConfiguration),
            WallClock = WindowRules.Read(input.EvaluationWindow, source.PeriodInSeconds),
        };
    }

    private static SingleMetric ReadSingle(PutMetricAlarmInput input)
    {
        if (input is { Statistic: not null, ExtendedStatistic: not null })
        {
            throw CloudWatchErrors.Validation(
                "PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. "
                + "Only one of them should be present");
        }

        _ = input.MetricName ?? throw CloudWatchErrors.Validation("MetricName must not be null");
        RequireAscii(input.Namespace ?? throw CloudWatchErrors.Validation("Namespace must not be null"));
        return new SingleMetric(new MetricStat(
            MetricIds.Read(input.Namespace, input.MetricName, input.Dimensions),
            input.Unit,
            ReadStatistic(input),
            input.Period ?? throw CloudWatchErrors.Validation("Period must not be null")));
    }

    // Features that RollingDeploy does not support are refused, so that no user relies on an alarm that never goes into ALARM.
    private static void RequireServed(PutMetricAlarmInput input)
    {
        if (input is { Threshold: not null, ThresholdMetricId: not null })
        {
            throw CloudWatchErrors.Validation("Threshold and ThresholdMetricId cannot both be set");
        }

        var absent = input.EvaluationCriteria is not null ? nameof(input.EvaluationCriteria)
            : input.EvaluationInterval is not null ? nameof(input.EvaluationInterval)
            : null;
        if (absent is not null)
        {
            throw CloudWatchErrors.Validation($"RollingDeploy does not evaluate alarms with {absent}");
        }
    }

    private static Statistic ReadStatistic(PutMetricAlarmInput input)
    {
        if (input.ExtendedStatistic is not { } extended)
        {
            return Statistic.Find(input.Statistic ?? throw CloudWatchErrors.Validation("Statistic must not be null"))!;
        }

        return Statistic.Find(extended) as ExtendedStatistic
            ?? throw CloudWatchErrors.InvalidValue($"The value {extended} for parameter ExtendedStatistic is not supported.");
    }

    public static void RequireReadable(string alarmName)
    {
        if (alarmName.Any(char.IsControl))
        {
            throw CloudWatchErrors.Validation("AlarmName must not contain ASCII Control characters");
        }
    }

    private static void RequireAscii(string metricNamespace)
    {
        if (!System.Text.Ascii.IsValid(metricNamespace))
        {
            throw CloudWatchErrors.Validation("Namespace must not contain Non-ASCII characters.");
        }
    }

    private static bool IgnoresLowSampleCount(string? option, Statistic? statistic)
    {
        if (option is not (null or "evaluate" or "ignore"))
        {
            throw CloudWatchErrors.Validation(
                $"Option {option} is not supported. "
                + "Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.");
        }

        return option is null || statistic is ExtendedStatistic { Percentile: not null }
            ? option == "ignore"
            : throw CloudWatchErrors.Validation(
                $"Option evaluateLowSampleCountPercentile can not be applied with statistic {statistic?.Name}. "
                + "This option is enabled only for percentile statistics.");
    }

    // Clients of the query protocol can send NaN, which cannot be compared with values.
    private static double? Threshold(PutMetricAlarmInput input) => input switch
    {
        { ThresholdMetricId: not null, Metrics: not { Count: > 0 } } => throw CloudWatchErrors.Validation("Metrics must not be null"),
        { ThresholdMetricId: not null } => null,
        { Threshold: { } value } when double.IsFinite(value) => value,
        _ => throw CloudWatchErrors.Validation("PutMetricAlarm request should have valid Threshold parameter"),
    };

    public static void RequirePeriod(int seconds)
    {
        if (seconds is not (10 or 20 or 30) && seconds % 60 != 0)
        {
            throw CloudWatchErrors.Validation("Period must be 10, 20, 30 or a multiple of 60");
        }
    }

    private static void RequireWindow(int period, int periods)
    {
        var window = (long)period * periods;
        if (period < 3600 && window > Day)
        {
            throw CloudWatchErrors.Validation(
                "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) "
                + "for alarms using period < 3600");
        }

        if (window > 7 * Day)
        {
            throw CloudWatchErrors.Validation(
                "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800)");
        }
    }

    private static ComparisonOperator Comparison(PutMetricAlarmInput input)
    {
        var name = input.ComparisonOperator ?? throw CloudWatchErrors.Validation("ComparisonOperator must not be null");
        var comparison = Enum.Parse<ComparisonOperator>(name);
        return comparison >= ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold == input.ThresholdMetricId is not null
            ? comparison
            : throw CloudWatchErrors.Validation(input.ThresholdMetricId is null
                ? $"ComparisonOperator {name} needs a ThresholdMetricId."
                : $"ComparisonOperator {name} cannot be used with a ThresholdMetricId.");
    }

    private static MissingData Treatment(string? name) => Treatments.TryGetValue(name ?? "missing", out var treatment)
        ? treatment
        : throw CloudWatchErrors.Validation(
            "Supported values for TreatMissingData are breaching, notBreaching, ignore, and missing.");
}
