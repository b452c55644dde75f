namespace RollingDeploy.Core.Metrics;

/// <summary>The metrics of a region.</summary>
public static class RegionMetrics
{
    extension(Region region)
    {
        /// <summary>The metrics.</summary>
        public MetricStore Metrics => region.Slot(static _ => new MetricStore());
    }
}
