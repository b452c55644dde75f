using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Host.CloudWatch.Shapes;
using MetricStat = RollingDeploy.Core.Metrics.MetricStat;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// Selects the unit of a query without a unit: the first by name. If there are several units, the result has a message (recorded:
/// <c>Multiple units returned: '[Milliseconds, Seconds]'</c>).
/// </summary>
internal static class MetricUnits
{
    public static (List<MetricDataQuery> Queries, ILookup<string, MessageData> Messages) Settle(
        GetMetricDataInput input, MetricReader reader)
    {
        var messages = new List<(string Id, MessageData Message)>();
        var settled = input.MetricDataQueries!.ConvertAll(query =>
        {
            if (query.MetricStat is not { Unit: null, Metric: { Namespace: not null, MetricName: not null } } stat
                || Units(stat, input, reader) is not [var first, _, ..] units)
            {
                return query;
            }

            messages.Add((query.Id!, new MessageData { Code = "MultipleUnits", Value = $"Multiple units returned: '[{string.Join(", ", units)}]'" }));
            return query with { MetricStat = stat with { Unit = first } };
        });
        return (settled, messages.ToLookup(each => each.Id, each => each.Message));
    }

    // The units with data in the requested time range.
    private static List<string> Units(Shapes.MetricStat stat, GetMetricDataInput input, MetricReader reader)
    {
        var metric = MetricIds.Read(stat.Metric!.Namespace!, stat.Metric.MetricName!, stat.Metric.Dimensions);
        if (reader.Store.Find(metric) is not { Series.Count: > 1 } found)
        {
            return [];
        }

        var period = stat.Period!.Value;
        var periods = reader.Kept(Retention.RoundStart(input.StartTime!.Value, reader.Now, period), input.EndTime!.Value, period);
        return found.Series.Select(series => series.Unit)
            .Where(unit => reader.Read(new MetricStat(metric, unit, Statistic.SampleCount, period), periods).Count > 0)
            .ToList();
    }
}
