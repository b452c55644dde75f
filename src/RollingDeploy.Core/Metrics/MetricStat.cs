namespace RollingDeploy.Core.Metrics;

/// <summary>One statistic of one metric by the period.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit whose data alone counts; null for all.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="PeriodInSeconds">The length of a period.</param>
public sealed record MetricStat(MetricId Metric, string? Unit, Statistic Statistic, int PeriodInSeconds)
{
    /// <summary>Sums up the samples of each period into the slot at its index, all of which are empty before.</summary>
    public void Read(MetricStore store, in Periods periods, DateTimeOffset now, Span<SampleSet> slots)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.Find(Metric)?.Merge(periods, Unit, now, slots, Statistic.NeedsValues);
    }
}
