using System.Collections.Immutable;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>Limits of Metrics Insights that an evaluation has reached (user guide, Metrics Insights quotas).</summary>
[Flags]
public enum InsightsLimits
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The time range began before the oldest data that a query reads.</summary>
    TimeRange = 1,

    /// <summary>More than 10,000 metrics match the query. The others were left out.</summary>
    Metrics = 2,

    /// <summary>There were more than 500 time series. The others were left out.</summary>
    Series = 4,

    /// <summary>Metrics or time series were left out.</summary>
    Partial = Metrics | Series,
}

/// <summary>A time series of a query.</summary>
/// <param name="Labels">The labels of the group with their values, in the order of GROUP BY. A missing value is <c>Other</c>.</param>
/// <param name="Series">The series.</param>
public sealed record InsightsSeries(ImmutableArray<Dimension> Labels, TimeSeries Series);

/// <summary>The result of a query.</summary>
/// <param name="Series">The time series, in the order of the query.</param>
/// <param name="Reached">The limits that were reached.</param>
public sealed record InsightsResult(IReadOnlyList<InsightsSeries> Series, InsightsLimits Reached);
