using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>Publishes the metrics of one request.</summary>
internal static class InvocationPublisher
{
    public static void Publish(Region region, Invocation invocation)
    {
        var groups = new MetricGroups(region);
        var load = Load.Of(invocation.Status, invocation.Latency, invocation.Instances, invocation.InstancesOfVariant);
        var who = new Answerer(invocation.Component, invocation.Variant, invocation.Config, invocation.IsServerless);
        if (region.Endpoints.TryGet(invocation.Endpoint, out var endpoint))
        {
            endpoint.Meter.WasCalled(who, load);
        }

        InvocationMetrics.Publish(groups, invocation.Endpoint, who, isAsync: false, load, invocation.At);
        if (invocation.Container is { } container)
        {
            InvocationMetrics.PublishContainer(groups, invocation.Endpoint, invocation.Variant, container, load, invocation.At);
        }

        if (invocation.Way == InvocationWay.Stream && invocation.Component is null)
        {
            StreamMetrics.Publish(groups, invocation, load);
        }
    }
}
