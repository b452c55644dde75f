using System.Globalization;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// The labels of results whose query has no label. The label is the name of the metric, followed by the statistic and the period
/// if the metrics of the request differ in them (recorded: <c>metric1 Sum 60</c>). The label of an expression is its ID.
/// </summary>
internal sealed class MetricLabels
{
    private readonly bool _withStatistic;
    private readonly bool _withPeriod;

    public MetricLabels(List<MetricDataQuery> queries)
    {
        var stats = queries.Select(query => query.MetricStat).OfType<MetricStat>().ToList();
        _withStatistic = stats.DistinctBy(stat => stat.Stat).Skip(1).Any();
        _withPeriod = stats.DistinctBy(stat => stat.Period).Skip(1).Any();
    }

    /// <summary>
    /// Returns the label of a result. Each result of a search has its own label, which follows the label of the query.
    /// </summary>
    public string Of(MetricDataQuery query, string seriesLabel)
    {
        if (query.MetricStat is not { } stat)
        {
            return seriesLabel.Length == 0 ? query.Label ?? query.Id! : $"{query.Label} {seriesLabel}".TrimStart();
        }

        string?[] parts =
        [
            stat.Metric!.MetricName,
            _withStatistic ? stat.Stat : null,
            _withPeriod ? stat.Period!.Value.ToString(CultureInfo.InvariantCulture) : null,
        ];
        return query.Label ?? string.Join(' ', parts.Where(part => part is not null));
    }
}
