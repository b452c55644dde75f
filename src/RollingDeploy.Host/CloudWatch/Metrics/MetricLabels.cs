using System.Globalization;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// The labels of results, where the query gives none: the metric's name, and behind it the statistic and the period where the
/// metrics of one request differ in them (recorded: <c>metric1 Sum 60</c>). An expression is labelled by its id.
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
    /// The label of a series of a query. Those that a search finds have labels of their own, however many it finds, which come
    /// after the query's.
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
