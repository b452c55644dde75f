namespace RollingDeploy.Core.Metrics;

/// <summary>Publishes the same data at equal intervals, and can sleep while they are the same.</summary>
internal interface IMetricPublisher
{
    /// <summary>Returns whether it sleeps, and a metric continues as it is until it wakes.</summary>
    bool Repeats(Metric metric);

    /// <summary>Adds what was due while it slept. Nobody is told, because this is the data that everybody expects.</summary>
    void CatchUp();
}
