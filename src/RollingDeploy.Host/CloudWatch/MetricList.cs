using RollingDeploy.Core.Alarms;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>ListMetrics: in a fixed order, 500 to a page.</summary>
internal static class MetricList
{
    private const int PageSize = 500;

    public static ListMetricsOutput List(ListMetricsInput input, Call call)
    {
        var after = input.NextToken is null ? null : OpaqueToken.Open(input.NextToken) ?? throw CloudWatchFaults.InvalidNextToken();
        return call.Read(region =>
        {
            // Metrics without data for two weeks vanish (cloudwatch.md §2).
            var since = region.World.Now.AddHours(input.RecentlyActive is null ? -14 * 24 : -3);
            var rest = region.Metrics.Metrics
                .Where(metric => Fits(metric, input) && IsActive(region.Metrics, metric, since))
                .Select(metric => (Metric: metric, Key: metric.ToString()))
                .Where(each => after is null || string.CompareOrdinal(each.Key, after) > 0)
                .OrderBy(each => each.Key, StringComparer.Ordinal)
                .Take(PageSize + 1)
                .ToList();
            var page = rest.Take(PageSize).ToList();
            return new ListMetricsOutput
            {
                Metrics = page.ConvertAll(each => Write(each.Metric)),
                NextToken = page.Count < rest.Count ? OpaqueToken.Seal(page[^1].Key) : null,
            };
        });
    }

    private static bool Fits(MetricId metric, ListMetricsInput input) =>
        (input.Namespace is null || input.Namespace == metric.Namespace)
        && (input.MetricName is null || input.MetricName == metric.Name)
        && (input.Dimensions ?? []).TrueForAll(wanted => metric.Dimensions.Any(dimension =>
            dimension.Name == wanted.Name && (wanted.Value is null || dimension.Value == wanted.Value)));

    private static bool IsActive(MetricStore store, MetricId metric, DateTimeOffset since) =>
        store.Units(metric).Values.Any(series => series.Newest >= since);

    private static Metric Write(MetricId metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.Name,
        Dimensions = MetricIds.Write(metric),
    };
}
