using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the metrics of asynchronous endpoints (endpoint-metrics.md §1.1). They publish model latency and errors like
/// real-time endpoints, but not Invocations; and the results of requests and the backlog. The backlog is always empty, because
/// requests are answered at once.
/// </summary>
internal static class AsyncMetrics
{
    private const double MicrosecondsInMs = 1000;

    /// <summary>Publishes the metrics of requests that instances of a configuration have answered.</summary>
    public static void Publish(MetricGroups groups, string endpoint, in Answerer who, in Load load, DateTimeOffset at)
    {
        if (load.Requests <= 0)
        {
            return;
        }

        var basic = new MetricSubject(endpoint, who.Variant);
        var put = groups.At(at, basic);
        InvocationMetrics.PublishModel(put, load);
        InvocationMetrics.PublishModel(groups.At(at, basic with { Config = who.Config }), load);

        var failures = load.ClientErrors + load.ServerErrors;
        put.Add("InvocationsProcessed", "Count", InvocationMetrics.Rate(load.Requests - failures, load.Requests));
        put.Add("InvocationFailures", "Count", InvocationMetrics.Rate(failures, load.Requests));
        put.Add("TimeInBacklog", "Milliseconds", SampleSet.Of(0, load.Requests));
        put.Add("TotalProcessingTime", "Milliseconds", SampleSet.Of(load.Latency.Summary.Sum / load.Requests / MicrosecondsInMs, load.Requests));
    }

    /// <summary>
    /// Publishes the metrics of a request whose input could not be downloaded from S3. The model was not invoked, so there are no
    /// latencies and model errors.
    /// </summary>
    public static void PublishLost(MetricGroups groups, string endpoint, string variant, DateTimeOffset at)
    {
        var put = groups.At(at, new MetricSubject(endpoint, variant));
        put.Add("RequestDownloadFailures", "Count", SampleSet.Of(1));
        put.Add("InvocationFailures", "Count", SampleSet.Of(1));
        put.Add("InvocationsProcessed", "Count", SampleSet.Of(0));
    }

    /// <summary>Publishes the backlog, even if there were no requests.</summary>
    public static void PublishBacklog(MetricGroups groups, string endpoint, DateTimeOffset at)
    {
        var put = groups.At(at, new MetricSubject(endpoint));
        put.Add("ApproximateBacklogSize", "Count", SampleSet.Of(0));
        put.Add("ApproximateBacklogSizePerInstance", "Count", SampleSet.Of(0));
        put.Add("HasBacklogWithoutCapacity", "Count", SampleSet.Of(0));
    }
}
