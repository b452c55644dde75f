namespace RollingDeploy.Core.Metrics;

/// <summary>Waits for data of metrics.</summary>
internal interface IMetricWatcher
{
    /// <summary>
    /// Called once, when a metric has other data than were expected. After it, the watcher does not wait for this metric any
    /// more.
    /// </summary>
    void DataAdded(MetricId metric);
}
