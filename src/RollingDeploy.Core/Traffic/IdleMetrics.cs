using RollingDeploy.Core.Behaviors;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// What an endpoint publishes every minute whether it is called or not (endpoint-metrics.md §1.1, §2): zeros, which count as
/// samples, and how busy its instances are, a sample of each.
/// </summary>
internal static class IdleMetrics
{
    private const string Utilization = "/aws/sagemaker/Endpoints";

    // An idle container's memory and a disk with an image on it, in percent; the figures are ours.
    private const double Memory = 20;
    private const double Disk = 10;

    public static void Publish(Endpoint endpoint, string variant, int instances, double requestsPerSecond, ModelBehavior behavior, string? type, DateTimeOffset at)
    {
        Dimension[] dimensions = [new("EndpointName", endpoint.Name), new("VariantName", variant)];
        var busy = requestsPerSecond / instances * new LatencyCurve(behavior).Mean / 1e6;
        if (!endpoint.IsAsync)
        {
            var zeros = new Publication(endpoint.Region, InvocationMetrics.Namespace, dimensions, at);
            zeros.Add("Invocations", "None", SampleSet.Of(0, instances));
            zeros.Add("InvocationsPerInstance", "None", SampleSet.Of(0, instances));
            zeros.Add("ConcurrentRequestsPerModel", "None", SampleSet.Of(busy, instances));
        }

        var hardware = InstanceCatalog.Find(type);
        var used = new Publication(endpoint.Region, Utilization, dimensions, at);
        used.Add("CPUUtilization", "Percent", SampleSet.Of(Math.Min(busy, hardware.VCpus) * 100, instances));
        used.Add("MemoryUtilization", "Percent", SampleSet.Of(Memory, instances));
        used.Add("DiskUtilization", "Percent", SampleSet.Of(Disk, instances));
        if (hardware.Accelerators > 0)
        {
            used.Add("GPUUtilization", "Percent", SampleSet.Of(Math.Min(busy, hardware.Accelerators) * 100, instances));
            used.Add("GPUMemoryUtilization", "Percent", SampleSet.Of(busy > 0 ? Memory : 0, instances));
        }
    }
}
