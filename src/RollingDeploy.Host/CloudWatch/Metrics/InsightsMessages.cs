using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// The messages of GetMetricData about the limits that a Metrics Insights query has reached. Grafana's data source for CloudWatch
/// has AWS's codes, and the texts that it shows for them.
/// </summary>
internal static class InsightsMessages
{
    private static readonly (InsightsLimits Limit, string Code, string Value)[] All =
    [
        (InsightsLimits.TimeRange, "MaxQueryTimeRangeExceeded", "Max time window exceeded for query"),
        (InsightsLimits.Series, "MaxQueryResultsExceeded", "Only the first 500 time series can be returned by a query."),
        (InsightsLimits.Metrics, "MaxMatchingResultsExceeded",
            "The query matched more than 10.000 metrics, results might not be accurate."),
    ];

    public static List<MessageData> Of(InsightsLimits reached) =>
    [
        .. All.Where(each => reached.HasFlag(each.Limit))
            .Select(each => new MessageData { Code = each.Code, Value = each.Value }),
    ];
}
