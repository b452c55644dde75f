using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// A query without a unit gets the data of one unit, the first by name, and a message where there are several (recorded:
/// <c>Multiple units returned: '[Milliseconds, Seconds]'</c>).
/// </summary>
internal static class MetricUnits
{
    public static (List<MetricDataQuery> Queries, ILookup<string, MessageData> Messages) Settle(List<MetricDataQuery> queries, MetricStore store)
    {
        var messages = new List<(string Id, MessageData Message)>();
        var settled = queries.ConvertAll(query =>
        {
            if (query.MetricStat is not { Unit: null, Metric: { Namespace: not null, MetricName: not null } metric } stat
                || store.Find(MetricIds.Read(metric.Namespace, metric.MetricName, metric.Dimensions)) is not { Series.Count: > 1 } found)
            {
                return query;
            }

            var units = string.Join(", ", found.Series.Select(series => series.Unit));
            messages.Add((query.Id!, new MessageData { Code = "MultipleUnits", Value = $"Multiple units returned: '[{units}]'" }));
            return query with { MetricStat = stat with { Unit = found.Series[0].Unit } };
        });
        return (settled, messages.ToLookup(each => each.Id, each => each.Message));
    }
}
