using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Alarms;

/// <summary>A metric math expression, a Metrics Insights query, or a metric with an anomaly detection band.</summary>
/// <param name="Queries">The metrics and expressions.</param>
/// <param name="Id">The ID of the query that is compared with the threshold or the band.</param>
/// <param name="BandId">
/// The ID of the query for the band, which has two series, upper and lower; null if the alarm has a threshold.
/// </param>
public sealed record MetricMathSource(ImmutableArray<MetricQuery> Queries, string Id, string? BandId = null) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => MetricQueries.PeriodOf(Queries);

    /// <inheritdoc/>
    internal override IEnumerable<MetricStat> Stats => Queries.Select(query => query.Stat).OfType<MetricStat>();

    // A query with GROUP BY has many time series, so the alarm has contributors.
    internal override SourceReader Compile()
    {
        var queries = new MetricQueries(Queries);
        var step = queries.Plan.Queries.FirstOrDefault(each => each.Id == Id && each.Query.IsGrouped);
        return step.Query is null ? new MetricMathReader(queries, Id, BandId) : new ContributorReader(queries, step);
    }
}
