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
    public static void Publish(Region region, string endpoint, string variant, string config, in Load load, DateTimeOffset at)
    {
        Dimension[] basic = [new("EndpointName", endpoint), new("VariantName", variant)];
        Publish(region, basic, "InvocationsPerInstance", load.PerInstanceOfVariant, load, at);
        Publish(region, [.. basic, new("EndpointConfigName", config)], "InvocationsPerInstance", load.PerInstance, load, at);
    }

    /// <summary>Publishes what copies of an inference component have answered: under its name alone.</summary>
    public static void Publish(Region region, string component, in Load load, DateTimeOffset at) =>
        Publish(region, [new("InferenceComponentName", component)], "InvocationsPerCopy", load.PerInstanceOfVariant, load, at);

    private static void Publish(
        Region region, Dimension[] dimensions, string shared, double perInstance, in Load load, DateTimeOffset at)
    {
        if (load.Requests <= 0)
        {
            return;
        }

        var put = new Publication(region, Namespace, dimensions, at);
        put.Add("Invocations", "None", SampleSet.Of(1, load.Requests));
        put.Add(shared, "None", SampleSet.Of(perInstance / load.Requests, load.Requests));
        put.Add("InvocationModelErrors", "None", Rate(load.ClientErrors + load.ServerErrors, load.Requests));
        put.Add("OverheadLatency", "Microseconds", SampleSet.Of(OverheadMicroseconds, load.Requests));
        PublishModel(put, load);
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

/// <summary>Data of several metrics that have namespace, dimensions and time in common.</summary>
internal readonly record struct Publication(Region Region, string Namespace, Dimension[] Dimensions, DateTimeOffset At)
{
    public void Add(string metric, string unit, SampleSet samples) => Region.Metrics.Add(
        new Datum(new MetricId(Namespace, metric, Dimensions), unit, At, 60, samples), Region.World.Now);
}
