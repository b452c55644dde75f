namespace RollingDeploy.Core.Metrics;

/// <summary>A statistic of a metric for each period.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit of the data to use; null for all units.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="PeriodInSeconds">The period in seconds.</param>
public sealed record MetricStat(MetricId Metric, string? Unit, Statistic Statistic, int PeriodInSeconds)
{
    /// <summary>Adds the samples of each period to the slot with the same index. The slots must be empty before.</summary>
    public void Read(MetricStore store, in Periods periods, DateTimeOffset now, Span<SampleSet> slots)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.Find(Metric)?.Merge(periods, Unit, now, slots, Statistic.NeedsValues);
    }
}
