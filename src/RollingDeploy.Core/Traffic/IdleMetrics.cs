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

    /// <summary>Publishes a minute of every variant that has instances in service, or of every inference component that has copies.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="requestsPerSecond">The synthetic requests of a variant or of a component on it.</param>
    /// <param name="at">When the minute began.</param>
    public static void Publish(Endpoint endpoint, Func<string, string?, double> requestsPerSecond, DateTimeOffset at)
    {
        if (endpoint.HostsComponents)
        {
            foreach (var component in endpoint.InferenceComponents.Where(each => each.CopiesInService > 0))
            {
                var rate = requestsPerSecond(component.VariantName, component.Name);
                var put = new Publication(endpoint.Region, InvocationMetrics.Namespace, [new("InferenceComponentName", component.Name)], at);
                PublishZeros(put, "Copy", component.CopiesInService, Busy(endpoint, component.Shown.Variants[0].Spec, rate, component.CopiesInService));
            }

            return;
        }

        var serving = new[] { endpoint.Pending, endpoint.Current }.OfType<Fleet>()
            .SelectMany(fleet => fleet.ProductionVariants)
            .Where(variant => variant.InService > 0);
        foreach (var variant in serving.GroupBy(variant => variant.Spec.VariantName))
        {
            Publish(endpoint, variant.First().Spec, variant.Sum(each => each.InService), requestsPerSecond(variant.Key, null), at);
        }
    }

    private static void Publish(Endpoint endpoint, VariantSpec spec, int instances, double requestsPerSecond, DateTimeOffset at)
    {
        Dimension[] dimensions = [new("EndpointName", endpoint.Name), new("VariantName", spec.VariantName)];
        var used = new Publication(endpoint.Region, Utilization, dimensions, at);
        used.Add("MemoryUtilization", "Percent", SampleSet.Of(Memory, instances));
        if (spec.IsServerless)
        {
            return;
        }

        var busy = Busy(endpoint, spec, requestsPerSecond, instances);
        if (!endpoint.IsAsync)
        {
            PublishZeros(new Publication(endpoint.Region, InvocationMetrics.Namespace, dimensions, at), "Instance", instances, busy);
        }

        var hardware = InstanceCatalog.Find(spec.InstanceType);
        used.Add("CPUUtilization", "Percent", SampleSet.Of(Math.Min(busy, hardware.VCpus) * 100, instances));
        used.Add("DiskUtilization", "Percent", SampleSet.Of(Disk, instances));
        if (hardware.Accelerators > 0)
        {
            used.Add("GPUUtilization", "Percent", SampleSet.Of(Math.Min(busy, hardware.Accelerators) * 100, instances));
            used.Add("GPUMemoryUtilization", "Percent", SampleSet.Of(busy > 0 ? Memory : 0, instances));
        }
    }

    // Concurrency comes every ten seconds, so that it can be scaled by sooner.
    private static void PublishZeros(in Publication put, string part, int count, double busy)
    {
        put.Add("Invocations", "None", SampleSet.Of(0, count));
        put.Add($"InvocationsPer{part}", "None", SampleSet.Of(0, count));
        for (var second = 0; second < 60; second += Publication.HighResolution)
        {
            var metric = part == "Copy" ? "ConcurrentRequestsPerCopy" : "ConcurrentRequestsPerModel";
            (put with { At = put.At.AddSeconds(second) }).Add(metric, "None", SampleSet.Of(busy, count), Publication.HighResolution);
        }
    }

    // How many requests each works on at a time.
    private static double Busy(Endpoint endpoint, VariantSpec spec, double requestsPerSecond, int count) =>
        requestsPerSecond / count * new LatencyCurve(endpoint.Region.Behaviors.Of(spec)).Mean / 1e6;
}
