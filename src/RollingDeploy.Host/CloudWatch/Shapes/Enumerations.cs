using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>The unit of a metric's values. Data points of different units are never summed up together.</summary>
internal sealed class StandardUnitAttribute() : OneOfAttribute(
    "Seconds", "Microseconds", "Milliseconds",
    "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes",
    "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits",
    "Percent", "Count",
    "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
    "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second",
    "Count/Second", "None");

/// <summary>What is computed of the values in a period; percentiles are named in other members.</summary>
internal sealed class StatisticAttribute() : OneOfAttribute("SampleCount", "Average", "Sum", "Minimum", "Maximum");

/// <summary>How a data point breaches a threshold; the last three compare with the band of an anomaly alarm.</summary>
internal sealed class ComparisonOperatorAttribute() : OneOfAttribute(
    "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
    "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold");
