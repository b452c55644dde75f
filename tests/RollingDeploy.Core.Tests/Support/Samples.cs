using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>A metric and an alarm on it, to begin with.</summary>
internal static class Samples
{
    public static readonly MetricId Errors = new("Test", "Errors", []);

    /// <summary>The sum of the errors of one minute above zero.</summary>
    public static readonly AlarmConfiguration Alarm = new()
    {
        Metric = Errors,
        Statistic = Statistic.Sum,
        PeriodInSeconds = 60,
        EvaluationPeriods = 1,
        DatapointsToAlarm = 1,
        Threshold = 0,
        Comparison = ComparisonOperator.GreaterThanThreshold,
    };

    public static PutMetricData Put(double value, DateTimeOffset? at = null, string unit = "None", int resolution = 60) =>
        Put(StatisticSet.Of(value), at, unit, resolution);

    public static PutMetricData Put(StatisticSet samples, DateTimeOffset? at = null, string unit = "None", int resolution = 60) =>
        new(TestWorld.RegionName, [new Datum(Errors, unit, at, resolution, samples)]);
}
