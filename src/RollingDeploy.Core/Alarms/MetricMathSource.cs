using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Alarms;

/// <summary>One expression over metrics, or a metric and the band that it is expected to be within.</summary>
/// <param name="Queries">The metrics and expressions.</param>
/// <param name="Id">The query whose series is watched.</param>
/// <param name="BandId">The query whose two series, upper and lower, are the band; null where the alarm has a threshold.</param>
public sealed record MetricMathSource(ImmutableArray<MetricQuery> Queries, string Id, string? BandId = null) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => MetricQueries.PeriodOf(Queries);

    /// <inheritdoc/>
    public override IEnumerable<MetricStat> Stats => Queries.Select(query => query.Stat).OfType<MetricStat>();

    internal override SourceReader Compile() => new MetricMathReader(new MetricQueries(Queries), Id, BandId);
}
