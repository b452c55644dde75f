using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// The invocation metrics of <c>AWS/SageMaker</c> (endpoint-metrics.md §1): one sample a request, so the Average of an error
/// metric is the error rate, and nothing where there was no request.
/// </summary>
internal static class InvocationMetrics
{
    // What SageMaker adds to the model's time; the figure is ours.
    public const double OverheadMicroseconds = 2000;

    /// <summary>Publishes what was answered, under the names that belong to who answered.</summary>
    public static void Publish(
        MetricGroups groups, string endpoint, in Answerer who, bool isAsync, in Load load, DateTimeOffset at)
    {
        if (who.Component is { } component)
        {
            Publish(groups, component, load, at);
        }
        else if (isAsync)
        {
            AsyncMetrics.Publish(groups, endpoint, who, load, at);
        }
        else
        {
            Publish(groups, endpoint, who, load, at);
        }
    }

    // What instances of a configuration have answered, under the variant and under its configuration.
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

    // What copies of an inference component have answered: under its name alone.
    private static void Publish(MetricGroups groups, string component, in Load load, DateTimeOffset at)
    {
        var put = groups.At(at, new MetricSubject { Component = component });
        Publish(put, load);
        PublishByInstances(put, "InvocationsPerCopy", load.PerInstanceOfVariant, load);
    }

    /// <summary>Publishes what one container has answered alone (DG "Metrics for multi-container endpoints with direct invocation").</summary>
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

    // The list of what serverless endpoints publish, which is closed, has neither (developer guide, monitor a serverless
    // endpoint).
    private static void PublishByInstances(in Publication put, string shared, double perInstance, in Load load)
    {
        if (load.Requests > 0)
        {
            put.Add(shared, "None", SampleSet.Of(perInstance / load.Requests, load.Requests));
            put.Add("InvocationModelErrors", "None", Rate(load.ClientErrors + load.ServerErrors, load.Requests));
        }
    }

    /// <summary>Publishes what asynchronous endpoints publish too.</summary>
    public static void PublishModel(in Publication put, in Load load)
    {
        put.Add("Invocation4XXErrors", "None", Rate(load.ClientErrors, load.Requests));
        put.Add("Invocation5XXErrors", "None", Rate(load.ServerErrors, load.Requests));
        put.Add("ModelLatency", "Microseconds", load.Latency);
    }

    /// <summary>So many ones, and zeros for the rest: their Average is the share.</summary>
    public static SampleSet Rate(double ones, double all) =>
        ones <= 0 ? SampleSet.Of(0, all)
        : ones >= all ? SampleSet.Of(1, all)
        : SampleSet.Of(0, all - ones).Absorb(SampleSet.Of(1, ones));
}
