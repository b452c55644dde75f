using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Records a request to an inference component without copies. With alarms on this metric, step scaling policies can scale out
/// from zero, which target tracking cannot (developer guide, scale an endpoint to zero instances). The result is the name of the
/// metric.
/// </summary>
public sealed record RecordNoCapacity(string Region, string Component) : Command<string>(Region)
{
    private const string Metric = "NoCapacityInvocationFailures";

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var put = new MetricGroups(region).At(region.Now, new MetricSubject { Component = Component });
        (put with { Resolution = Publication.HighResolution }).Add(Metric, "None", SampleSet.Of(1));
        return Metric;
    }
}
