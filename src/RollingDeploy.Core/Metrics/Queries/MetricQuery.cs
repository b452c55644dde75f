namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>
/// One of the queries of GetMetricData or of an alarm: a statistic of a metric, or an expression over other queries.
/// </summary>
/// <param name="Id">By which expressions refer to it.</param>
/// <param name="Stat">The statistic; null for an expression.</param>
/// <param name="Expression">The expression; null for a statistic.</param>
/// <param name="PeriodInSeconds">The period of an expression that refers to no metric; null for that of the metrics.</param>
public sealed record MetricQuery(string Id, MetricStat? Stat, string? Expression, int? PeriodInSeconds = null);
