using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>
/// The statistic can never breach the threshold. For example, the samples of <c>Invocation5XXErrors</c> are 0 or 1, so their
/// average is never more than 1. No metric of an endpoint is negative (endpoint-metrics.md §1 and §2).
/// </summary>
internal static class ThresholdOutOfReach
{
    private static readonly HashSet<string> ZeroOrOne = new(
        ["Invocation4XXErrors", "Invocation5XXErrors", "InvocationModelErrors", "Invocations", "MidStreamErrors"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Percent =
        new(["MemoryUtilization", "DiskUtilization", "GPUMemoryUtilization"], StringComparer.Ordinal);

    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        foreach (var alarm in subject.Alarms)
        {
            if (alarm.Configuration is { Source: SingleMetric { Stat: var stat }, Threshold: { } threshold } configuration
                && IsOurs(stat.Metric)
                && IsOutOfReach(configuration.Comparison, threshold, MostOf(stat)))
            {
                var most = MostOf(stat);
                yield return new(
                    "thresholdOutOfReach",
                    WarningRules.FieldOf(alarm, "Threshold"),
                    FormattableString.Invariant(
                        $"The {stat.Statistic.Name} of {stat.Metric.Name} is from 0{(most is null ? "" : $" to {most}")}, so it is never {Words(configuration.Comparison)} {threshold}."),
                    most is 1 ? "Use a rate such as 0.05, or the statistic Sum with a number of errors." : "Use a threshold that the metric can reach.");
            }
        }
    }

    private static bool IsOurs(MetricId metric) => metric.Namespace is "AWS/SageMaker" or "/aws/sagemaker/Endpoints";

    private static double? MostOf(MetricStat stat)
    {
        var isOfOneSample = stat.Statistic == Statistic.Average || stat.Statistic == Statistic.Minimum
            || stat.Statistic == Statistic.Maximum || stat.Statistic.NeedsValues;
        return !isOfOneSample ? null
            : ZeroOrOne.Contains(stat.Metric.Name) ? 1
            : Percent.Contains(stat.Metric.Name) ? 100
            : null;
    }

    private static bool IsOutOfReach(ComparisonOperator comparison, double threshold, double? most) => comparison switch
    {
        ComparisonOperator.GreaterThanThreshold => threshold >= most,
        ComparisonOperator.GreaterThanOrEqualToThreshold => threshold > most,
        ComparisonOperator.LessThanThreshold => threshold <= 0,
        ComparisonOperator.LessThanOrEqualToThreshold => threshold < 0,
        ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold or ComparisonOperator.LessThanLowerThreshold
            or ComparisonOperator.GreaterThanUpperThreshold => false,
    };

    private static string Words(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.GreaterThanThreshold => "more than",
        ComparisonOperator.GreaterThanOrEqualToThreshold => "at least",
        ComparisonOperator.LessThanThreshold => "less than",
        ComparisonOperator.LessThanOrEqualToThreshold => "at most",
        ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold or ComparisonOperator.LessThanLowerThreshold
            or ComparisonOperator.GreaterThanUpperThreshold => "outside",
    };
}
