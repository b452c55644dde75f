using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>What a streamed answer publishes besides the invocation metrics (endpoint-metrics.md §1).</summary>
internal static class StreamMetrics
{
    public static void Publish(Region region, Invocation invocation, in Load load)
    {
        Dimension[] basic = [new("EndpointName", invocation.Endpoint), new("VariantName", invocation.Variant)];
        Publish(new Publication(region, InvocationMetrics.Namespace, basic, invocation.At), invocation, load);
        Dimension[] byConfig = [.. basic, new("EndpointConfigName", invocation.Config)];
        Publish(new Publication(region, InvocationMetrics.Namespace, byConfig, invocation.At), invocation, load);
    }

    // A simulated answer is made as a whole before its first part goes out, so that part comes when all would have come.
    private static void Publish(in Publication put, Invocation invocation, in Load load)
    {
        var first = invocation.FirstPart?.TotalMicroseconds ?? load.Latency.Summary.Sum;
        put.Add("MidStreamErrors", "None", SampleSet.Of(invocation.BrokeOff ? 1 : 0));
        put.Add("FirstChunkModelLatency", "Microseconds", SampleSet.Of(first));
        put.Add("FirstChunkOverheadLatency", "Microseconds", SampleSet.Of(InvocationMetrics.OverheadMicroseconds));
        put.Add("FirstChunkLatency", "Microseconds", SampleSet.Of(first + InvocationMetrics.OverheadMicroseconds));
    }
}
