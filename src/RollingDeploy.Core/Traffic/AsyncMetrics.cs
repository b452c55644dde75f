using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the metrics of asynchronous endpoints, a closed list (developer guide, monitor an asynchronous endpoint). They
/// publish model latency and errors like real-time endpoints, but not Invocations; and the results of requests and the backlog.
/// </summary>
internal static class AsyncMetrics
{
    private const double MicrosecondsInMs = 1000;

    /// <summary>Publishes the metrics of requests that instances of a configuration have answered.</summary>
    public static void Publish(
        MetricGroups groups, string endpoint, in Answerer who, in Load load, TimeSpan waited, DateTimeOffset at)
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
        var processing = load.Latency.Summary.Sum / load.Requests / MicrosecondsInMs;
        put.Add("InvocationsProcessed", "Count", InvocationMetrics.Rate(load.Requests - failures, load.Requests));
        put.Add("InvocationFailures", "Count", InvocationMetrics.Rate(failures, load.Requests));
        put.Add("TimeInBacklog", "Milliseconds", SampleSet.Of(waited.TotalMilliseconds, load.Requests));
        put.Add("TotalProcessingTime", "Milliseconds", SampleSet.Of(waited.TotalMilliseconds + processing, load.Requests));

        // There is no S3 and no SNS: transfers take no time and do not fail.
        PublishZeros(put, "Milliseconds", load.Requests, "RequestDownloadLatency", "ResponseUploadLatency");
        PublishZeros(
            put, "Count", load.Requests, "RequestDownloadFailures", "ResponseUploadFailures", "NotificationFailures", "ExpiredRequests");
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

    /// <summary>Publishes that a request has waited too long. No model was invoked.</summary>
    public static void PublishExpired(MetricGroups groups, string endpoint, string variant, DateTimeOffset at) =>
        groups.At(at, new MetricSubject(endpoint, variant)).Add("ExpiredRequests", "Count", SampleSet.Of(1));

    /// <summary>
    /// Publishes the backlog, even if there were no requests. Without instances, the backlog for each instance is the whole
    /// backlog: so target tracking scales out from zero when the backlog passes its target (developer guide, autoscale an
    /// asynchronous endpoint).
    /// </summary>
    /// <param name="groups">The metrics of the endpoint.</param>
    /// <param name="endpoint">The name of the endpoint.</param>
    /// <param name="backlog">The requests that wait or are being processed.</param>
    /// <param name="instances">The instances in service.</param>
    /// <param name="oldest">The age of the oldest of these requests.</param>
    /// <param name="at">The minute.</param>
    public static void PublishBacklog(
        MetricGroups groups, string endpoint, int backlog, int instances, TimeSpan oldest, DateTimeOffset at)
    {
        var put = groups.At(at, new MetricSubject(endpoint));
        put.Add("ApproximateBacklogSize", "Count", SampleSet.Of(backlog));
        put.Add("ApproximateBacklogSizePerInstance", "Count", SampleSet.Of((double)backlog / Math.Max(1, instances)));
        put.Add("ApproximateAgeOfOldestRequest", "Seconds", SampleSet.Of(oldest.TotalSeconds));
        put.Add("HasBacklogWithoutCapacity", "Count", SampleSet.Of(backlog > 0 && instances == 0 ? 1 : 0));
    }

    private static void PublishZeros(in Publication put, string unit, double requests, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            put.Add(name, unit, SampleSet.Of(0, requests));
        }
    }
}
