using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the invocation metrics of <c>AWS/SageMaker</c> (endpoint-metrics.md §1). There is one sample per request, so the
/// Average of an error metric is the error rate. Without requests, nothing is published.
/// </summary>
internal static class InvocationMetrics
{
    // The overhead that SageMaker adds to the model latency. AWS does not publish a figure; this one is RollingDeploy's.
    public const double OverheadMicroseconds = 2000;

    /// <summary>
    /// Publishes the metrics of answered requests, with the dimensions of the variant or component that answered.
    /// </summary>
    public static void Publish(
        MetricGroups groups, string endpoint, in Answerer who, bool isAsync, in Load load, DateTimeOffset at)
    {
        if (who.Component is { } component)
        {
            Publish(groups, component, load, at);
        }
        else if (isAsync)
        {
            AsyncMetrics.Publish(groups, endpoint, who, load, TimeSpan.Zero, at);
        }
        else
        {
            Publish(groups, endpoint, who, load, at);
        }
    }

    // Publishes with the dimensions of the variant, and with those of its configuration.
    private static void Publish(MetricGroups groups, string endpoint, in Answerer who, in Load load, DateTimeOffset at)
    {
        var basic = new MetricSubject(endpoint, who.Variant);
        var (put, putByConfig) = (groups.At(at, basic), groups.At(at, basic with { Config = who.Config }));
        Publish(put, load);
        Publish(putByConfig, load);
        if (!who.IsServerless)
        {
            PublishByInstances(put, "InvocationsPerInstance", load.PerInstanceOfVariant, load);
            PublishByInstances(putByConfig, "InvocationsPerInstance", load.PerInstance, load);
        }
    }

    // Publishes with the name of the inference component only.
    private static void Publish(MetricGroups groups, string component, in Load load, DateTimeOffset at)
    {
        var put = groups.At(at, new MetricSubject { Component = component });
        Publish(put, load);
        PublishByInstances(put, "InvocationsPerCopy", load.PerInstanceOfVariant, load);
    }

    /// <summary>
    /// Publishes the metrics of requests that one container has answered (developer guide, metrics for multi-container endpoints
    /// with direct invocation).
    /// </summary>
    public static void PublishContainer(
        MetricGroups groups, string endpoint, string variant, string container, in Load load, DateTimeOffset at)
    {
        var put = groups.At(at, new MetricSubject(endpoint, variant) { Container = container });
        put.Add("Invocations", "None", SampleSet.Of(1, load.Requests));
        put.Add("Invocation4XXErrors", "None", Rate(load.ClientErrors, load.Requests));
        put.Add("Invocation5XXErrors", "None", Rate(load.ServerErrors, load.Requests));
        put.Add("ContainerLatency", "Microseconds", load.Latency);
    }

    private static void Publish(in Publication put, in Load load)
    {
        if (load.Requests > 0)
        {
            put.Add("Invocations", "None", SampleSet.Of(1, load.Requests));
            put.Add("OverheadLatency", "Microseconds", SampleSet.Of(OverheadMicroseconds, load.Requests));
            PublishModel(put, load);
        }
    }

    // Serverless endpoints do not publish these metrics (developer guide, monitor a serverless endpoint).
    private static void PublishByInstances(in Publication put, string shared, double perInstance, in Load load)
    {
        if (load.Requests > 0)
        {
            put.Add(shared, "None", SampleSet.Of(perInstance / load.Requests, load.Requests));
            put.Add("InvocationModelErrors", "None", Rate(load.ClientErrors + load.ServerErrors, load.Requests));
        }
    }

    /// <summary>Publishes the metrics that asynchronous endpoints have too.</summary>
    public static void PublishModel(in Publication put, in Load load)
    {
        put.Add("Invocation4XXErrors", "None", Rate(load.ClientErrors, load.Requests));
        put.Add("Invocation5XXErrors", "None", Rate(load.ServerErrors, load.Requests));
        put.Add("ModelLatency", "Microseconds", load.Latency);
    }

    /// <summary>
    /// Returns samples with <paramref name="ones"/> ones and zeros for the rest, so that their Average is the rate.
    /// </summary>
    public static SampleSet Rate(double ones, double all) =>
        ones <= 0 ? SampleSet.Of(0, all)
        : ones >= all ? SampleSet.Of(1, all)
        : SampleSet.Of(0, all - ones).Absorb(SampleSet.Of(1, ones));
}
