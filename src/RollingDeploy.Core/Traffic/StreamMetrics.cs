using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>Publishes the metrics of a streamed response that are not invocation metrics (endpoint-metrics.md §1).</summary>
internal static class StreamMetrics
{
    public static void Publish(MetricGroups groups, Invocation invocation, in Load load)
    {
        var basic = new MetricSubject(invocation.Endpoint, invocation.Variant);
        Publish(groups.At(invocation.At, basic), invocation, load);
        Publish(groups.At(invocation.At, basic with { Config = invocation.Config }), invocation, load);
    }

    // A simulated response is complete before its first part is sent, so the first part takes as long as the whole response.
    private static void Publish(in Publication put, Invocation invocation, in Load load)
    {
        var first = invocation.FirstPart?.TotalMicroseconds ?? load.Latency.Summary.Sum;
        put.Add("MidStreamErrors", "None", SampleSet.Of(invocation.BrokeOff ? 1 : 0));
        put.Add("FirstChunkModelLatency", "Microseconds", SampleSet.Of(first));
        put.Add("FirstChunkOverheadLatency", "Microseconds", SampleSet.Of(InvocationMetrics.OverheadMicroseconds));
        put.Add("FirstChunkLatency", "Microseconds", SampleSet.Of(first + InvocationMetrics.OverheadMicroseconds));
    }
}
