using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>A metric and an alarm on it, to begin with.</summary>
internal static class Samples
{
    public static readonly MetricId Errors = new("Test", "Errors", []);

    public static readonly MetricStat Stat = new(Errors, null, Statistic.Sum, 60);

    /// <summary>The sum of the errors of one minute above zero.</summary>
    public static readonly AlarmConfiguration Alarm = new()
    {
        Source = new SingleMetric(Stat),
        EvaluationPeriods = 1,
        DatapointsToAlarm = 1,
        Threshold = 0,
        Comparison = ComparisonOperator.GreaterThanThreshold,
    };

    public static PutMetricData Put(double value, DateTimeOffset? at = null, string unit = "None", int resolution = 60) =>
        Put(SampleSet.Of(value), at, unit, resolution);

    public static PutMetricData Put(SampleSet samples, DateTimeOffset? at = null, string unit = "None", int resolution = 60) =>
        new(TestWorld.RegionName, [new Datum(Errors, unit, at, resolution, samples)]);
}
