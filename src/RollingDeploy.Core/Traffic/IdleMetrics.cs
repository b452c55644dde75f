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
    /// <param name="groups">Its metrics' names.</param>
    /// <param name="busy">How many requests a variant, or a component on it, works on at a time.</param>
    /// <param name="at">When the minute began.</param>
    public static void Publish(Endpoint endpoint, MetricGroups groups, Func<string, string?, double> busy, DateTimeOffset at)
    {
        if (endpoint.HostsComponents)
        {
            foreach (var component in endpoint.InferenceComponents.Where(each => each.CopiesInService > 0))
            {
                var put = groups.At(at, new MetricSubject { Component = component.Name });
                var copies = component.CopiesInService;
                PublishZeros(put, "InvocationsPerCopy", "ConcurrentRequestsPerCopy", copies, busy(component.VariantName, component.Name) / copies);
            }

            return;
        }

        var serving = new[] { endpoint.Pending, endpoint.Current }.OfType<Fleet>()
            .SelectMany(fleet => fleet.ProductionVariants)
            .Where(variant => variant.InService > 0);
        foreach (var variant in serving.GroupBy(variant => variant.Spec.VariantName))
        {
            var instances = variant.Sum(each => each.InService);
            Publish(endpoint, groups, variant.First().Spec, instances, busy(variant.Key, null) / instances, at);
        }
    }

    private static void Publish(Endpoint endpoint, MetricGroups groups, VariantSpec spec, int instances, double busy, DateTimeOffset at)
    {
        var subject = new MetricSubject(endpoint.Name, spec.VariantName);
        var used = groups.At(at, subject, Utilization);
        used.Add("MemoryUtilization", "Percent", SampleSet.Of(Memory, instances));
        if (spec.IsServerless)
        {
            return;
        }

        if (!endpoint.IsAsync)
        {
            PublishZeros(groups.At(at, subject), "InvocationsPerInstance", "ConcurrentRequestsPerModel", instances, busy);
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
    private static void PublishZeros(in Publication put, string shared, string concurrency, int count, double busy)
    {
        put.Add("Invocations", "None", SampleSet.Of(0, count));
        put.Add(shared, "None", SampleSet.Of(0, count));
        put.Add(concurrency, "None", SampleSet.Of(busy, count), Publication.HighResolution, 60 / Publication.HighResolution);
    }
}
