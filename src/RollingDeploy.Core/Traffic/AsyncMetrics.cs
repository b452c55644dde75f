using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// What an asynchronous endpoint publishes, a closed list (endpoint-metrics.md §1.1): the model's latency and errors as in real
/// time, and not Invocations; what became of the requests; the backlog. Requests are answered at once, so that one is empty.
/// </summary>
internal static class AsyncMetrics
{
    private const double MicrosecondsInMs = 1000;

    /// <summary>Publishes what instances of a configuration have answered.</summary>
    public static void Publish(Region region, string endpoint, string variant, string config, in Load load, DateTimeOffset at)
    {
        if (load.Requests <= 0)
        {
            return;
        }

        Dimension[] basic = [new("EndpointName", endpoint), new("VariantName", variant)];
        InvocationMetrics.PublishModel(new Publication(region, InvocationMetrics.Namespace, basic, at), load);
        Dimension[] byConfig = [.. basic, new("EndpointConfigName", config)];
        InvocationMetrics.PublishModel(new Publication(region, InvocationMetrics.Namespace, byConfig, at), load);

        var put = new Publication(region, InvocationMetrics.Namespace, basic, at);
        var failures = load.ClientErrors + load.ServerErrors;
        put.Add("InvocationsProcessed", "Count", InvocationMetrics.Rate(load.Requests - failures, load.Requests));
        put.Add("InvocationFailures", "Count", InvocationMetrics.Rate(failures, load.Requests));
        put.Add("TimeInBacklog", "Milliseconds", SampleSet.Of(0, load.Requests));
        put.Add("TotalProcessingTime", "Milliseconds", SampleSet.Of(load.Latency.Summary.Sum / load.Requests / MicrosecondsInMs, load.Requests));
    }

    /// <summary>Publishes a request that could not be fetched from S3: no model was asked, so none has a latency or an error.</summary>
    public static void PublishLost(Region region, string endpoint, string variant, DateTimeOffset at)
    {
        var put = new Publication(region, InvocationMetrics.Namespace, [new("EndpointName", endpoint), new("VariantName", variant)], at);
        put.Add("RequestDownloadFailures", "Count", SampleSet.Of(1));
        put.Add("InvocationFailures", "Count", SampleSet.Of(1));
        put.Add("InvocationsProcessed", "Count", SampleSet.Of(0));
    }

    /// <summary>Publishes the backlog, which is there whether the endpoint is called or not.</summary>
    public static void PublishBacklog(Endpoint endpoint, DateTimeOffset at)
    {
        var put = new Publication(endpoint.Region, InvocationMetrics.Namespace, [new("EndpointName", endpoint.Name)], at);
        put.Add("ApproximateBacklogSize", "Count", SampleSet.Of(0));
        put.Add("ApproximateBacklogSizePerInstance", "Count", SampleSet.Of(0));
        put.Add("HasBacklogWithoutCapacity", "Count", SampleSet.Of(0));
    }
}
