namespace RollingDeploy.Core.Metrics;

/// <summary>Watches metrics.</summary>
internal interface IMetricWatcher
{
    /// <summary>Called after data was added to a metric that is watched.</summary>
    void DataAdded();
}
