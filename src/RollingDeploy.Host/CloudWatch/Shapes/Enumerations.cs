using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>The unit of the values of a metric. Datapoints with different units are not combined.</summary>
internal sealed class StandardUnitAttribute() : OneOfAttribute(
    "Seconds", "Microseconds", "Milliseconds",
    "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes",
    "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits",
    "Percent", "Count",
    "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
    "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second",
    "Count/Second", "None");

/// <summary>The statistic of the values in a period. Percentiles are in other members.</summary>
internal sealed class StatisticAttribute() : OneOfAttribute("SampleCount", "Average", "Sum", "Minimum", "Maximum");

/// <summary>
/// What keeps an alarm from being evaluated as usual. It is absent otherwise. The user guide has IN_WARM_UP, AWS's models do not.
/// </summary>
internal sealed class EvaluationStateAttribute() : OneOfAttribute(
    "PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR", InWarmUp)
{
    /// <summary>The alarm is in its warm-up period (CloudWatch user guide, Alarm warm-up periods).</summary>
    public const string InWarmUp = "IN_WARM_UP";
}

/// <summary>
/// How datapoints are compared with a threshold. The last three compare with the band of an anomaly detection alarm.
/// </summary>
internal sealed class ComparisonOperatorAttribute() : OneOfAttribute(
    "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
    "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold");
