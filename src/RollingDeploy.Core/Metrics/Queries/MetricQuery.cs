namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>A query of GetMetricData or of an alarm: a statistic of a metric, or an expression with other queries.</summary>
/// <param name="Id">The ID, which expressions use to refer to it.</param>
/// <param name="Stat">The statistic; null for an expression.</param>
/// <param name="Expression">The expression; null for a statistic.</param>
/// <param name="PeriodInSeconds">The period of an expression without metrics; null for the period of the metrics.</param>
public sealed record MetricQuery(string Id, MetricStat? Stat, string? Expression, int? PeriodInSeconds = null);
