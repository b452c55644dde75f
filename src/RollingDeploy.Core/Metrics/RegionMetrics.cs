namespace RollingDeploy.Core.Metrics;

/// <summary>The metrics of a region.</summary>
public static class RegionMetrics
{
    private static readonly Slot<Region, MetricStore> MetricsSlot = new(static _ => new MetricStore());

    extension(Region region)
    {
        /// <summary>The metrics.</summary>
        public MetricStore Metrics => region.Get(MetricsSlot);
    }
}
