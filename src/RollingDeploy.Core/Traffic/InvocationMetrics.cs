using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// The invocation metrics of <c>AWS/SageMaker</c> (endpoint-metrics.md §1): one sample a request, so the Average of an error
/// metric is the error rate, and nothing where there was no request.
/// </summary>
internal static class InvocationMetrics
{
    public const string Namespace = "AWS/SageMaker";

    // What SageMaker adds to the model's time; the figure is ours.
    public const double OverheadMicroseconds = 2000;

    /// <summary>Publishes what instances of a configuration have answered, under the variant and under its configuration.</summary>
    public static void Publish(Region region, string endpoint, in Answerer who, in Load load, DateTimeOffset at)
    {
        Dimension[] basic = [new("EndpointName", endpoint), new("VariantName", who.Variant)];
        Dimension[] byConfig = [.. basic, new("EndpointConfigName", who.Config)];
        Publish(new Publication(region, Namespace, basic, at), load);
        Publish(new Publication(region, Namespace, byConfig, at), load);
        if (!who.IsServerless)
        {
            PublishByInstances(new Publication(region, Namespace, basic, at), "InvocationsPerInstance", load.PerInstanceOfVariant, load);
            PublishByInstances(new Publication(region, Namespace, byConfig, at), "InvocationsPerInstance", load.PerInstance, load);
        }
    }

    /// <summary>Publishes what copies of an inference component have answered: under its name alone.</summary>
    public static void Publish(Region region, string component, in Load load, DateTimeOffset at)
    {
        var put = new Publication(region, Namespace, [new("InferenceComponentName", component)], at);
        Publish(put, load);
        PublishByInstances(put, "InvocationsPerCopy", load.PerInstanceOfVariant, load);
    }

    /// <summary>Publishes what one container has answered alone (DG "Metrics for multi-container endpoints with direct invocation").</summary>
    public static void PublishContainer(Region region, string endpoint, string variant, string container, in Load load, DateTimeOffset at)
    {
        var put = new Publication(
            region, Namespace, [new("EndpointName", endpoint), new("VariantName", variant), new("ContainerName", container)], at);
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

    // The list of what serverless endpoints publish, which is closed, has neither (developer guide, monitor a serverless endpoint).
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

/// <summary>Instances that are alike, as far as metrics tell.</summary>
internal readonly record struct Answerer(string? Component, string Variant, string Config, bool IsServerless);

/// <summary>Data of several metrics that have namespace, dimensions and time in common.</summary>
internal readonly record struct Publication(Region Region, string Namespace, Dimension[] Dimensions, DateTimeOffset At)
{
    /// <summary>Seconds between the data of metrics of high resolution.</summary>
    public const int HighResolution = 10;

    public void Add(string metric, string unit, SampleSet samples, int resolution = 60) => Region.Metrics.Add(
        new Datum(new MetricId(Namespace, metric, Dimensions), unit, At, resolution, samples), Region.World.Now);
}
