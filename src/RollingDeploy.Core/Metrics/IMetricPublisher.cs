namespace RollingDeploy.Core.Metrics;

/// <summary>Publishes the same data at equal intervals, and can sleep while they are the same.</summary>
internal interface IMetricPublisher
{
    /// <summary>Whether it sleeps. Until it wakes, its metrics continue as they are.</summary>
    bool IsAsleep { get; }

    /// <summary>Adds what was due while it slept. Nobody is told, because this is the data that everybody expects.</summary>
    void CatchUp();
}
