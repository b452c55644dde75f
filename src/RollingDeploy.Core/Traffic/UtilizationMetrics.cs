using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the utilization of instances and copies (endpoint-metrics.md §2) in percent, with one sample for each. A request
/// that is being processed uses one vCPU and one accelerator.
/// </summary>
internal static class UtilizationMetrics
{
    /// <summary>The namespace of instance metrics.</summary>
    public const string OfInstances = "/aws/sagemaker/Endpoints";

    /// <summary>The namespace of copy metrics.</summary>
    public const string OfCopies = "/aws/sagemaker/InferenceComponents";

    // The memory of an idle container, and a disk with an image, in percent. AWS has no such figures; these are RollingDeploy's.
    private const double Memory = 20;
    private const double Disk = 10;
    private const double MbPerGiB = 1024;

    private static readonly Gauge[] Always =
    [
        new("CPUUtilization", (machine, busy) => Math.Min(busy, machine.Size.VCpus) * 100),
        new("MemoryUtilization", (_, _) => Memory),
        new("DiskUtilization", (_, _) => Disk),
    ];

    private static readonly Gauge[] WithAccelerators =
    [
        new("GPUUtilization", (machine, busy) => Math.Min(busy, machine.Size.Accelerators) * 100),
        new("GPUMemoryUtilization", (_, busy) => MemoryOfAccelerator(busy)),
    ];

    private static readonly Gauge[] OfHosts =
    [
        new("CPUUtilizationNormalized", (machine, busy) => Percent(busy, machine.Size.VCpus)),
        new("MemoryUtilizationNormalized", (_, _) => Memory),
        new("CPUReservation", (machine, _) => Percent(machine.Reserved.VCpus, machine.Size.VCpus)),
        new("MemoryReservation", (machine, _) => Percent(machine.Reserved.MemoryMb, machine.Size.MemoryGiB * MbPerGiB)),
    ];

    private static readonly Gauge[] OfHostsWithAccelerators =
    [
        new("GPUUtilizationNormalized", (machine, busy) => Percent(busy, machine.Size.Accelerators)),
        new("GPUMemoryUtilizationNormalized", (_, busy) => MemoryOfAccelerator(busy)),
        new("GPUReservation", (machine, _) => Percent(machine.Reserved.Accelerators, machine.Size.Accelerators)),
    ];

    /// <summary>Publishes the utilization of instances.</summary>
    /// <param name="put">The dimensions and the time.</param>
    /// <param name="machines">The instances, at least one.</param>
    /// <param name="busyOn">Returns the mean number of concurrent requests of an instance.</param>
    /// <param name="areHosts">Whether the instances host inference components.</param>
    public static void Publish(in Publication put, IReadOnlyList<Machine> machines, Func<Machine, double> busyOn, bool areHosts)
    {
        var hasAccelerators = machines[0].Size.Accelerators > 0;
        Publish(put, Always, machines, busyOn);
        Publish(put, hasAccelerators ? WithAccelerators : [], machines, busyOn);
        Publish(put, areHosts ? OfHosts : [], machines, busyOn);
        Publish(put, areHosts && hasAccelerators ? OfHostsWithAccelerators : [], machines, busyOn);
    }

    /// <summary>Publishes the utilization of a serverless variant, which has only a memory metric.</summary>
    public static void PublishServerless(in Publication put) => put.Add("MemoryUtilization", "Percent", SampleSet.Of(Memory));

    /// <summary>
    /// Publishes the utilization of equal copies. It is relative to the resources that each copy reserves, or to those of the
    /// instance if it reserves no vCPUs (developer guide, monitor with CloudWatch).
    /// </summary>
    /// <param name="put">The dimensions and the time.</param>
    /// <param name="copies">The number of copies.</param>
    /// <param name="needs">The resources that each copy reserves.</param>
    /// <param name="host">The resources of an instance.</param>
    /// <param name="busy">The mean number of concurrent requests of each copy.</param>
    public static void PublishCopies(in Publication put, int copies, CopyNeeds needs, InstanceSize host, double busy)
    {
        put.Add("CPUUtilizationNormalized", "Percent", SampleSet.Of(Percent(busy, needs.VCpus > 0 ? needs.VCpus : host.VCpus), copies));
        put.Add("MemoryUtilizationNormalized", "Percent", SampleSet.Of(Memory, copies));
        if (needs.Accelerators > 0)
        {
            put.Add("GPUUtilizationNormalized", "Percent", SampleSet.Of(Percent(busy, needs.Accelerators), copies));
            put.Add("GPUMemoryUtilizationNormalized", "Percent", SampleSet.Of(MemoryOfAccelerator(busy), copies));
        }
    }

    private static void Publish(in Publication put, Gauge[] gauges, IReadOnlyList<Machine> machines, Func<Machine, double> busyOn)
    {
        foreach (var gauge in gauges)
        {
            put.Add(gauge.Metric, "Percent", Samples(gauge, machines, busyOn));
        }
    }

    // Most instances of a variant have the same value, so equal samples are added together.
    private static SampleSet Samples(Gauge gauge, IReadOnlyList<Machine> machines, Func<Machine, double> busyOn)
    {
        var (samples, value, count) = (default(SampleSet), 0.0, 0);
        foreach (var machine in machines)
        {
            var read = gauge.Read(machine, busyOn(machine));
            if (read != value)
            {
                samples = samples.Absorb(SampleSet.Of(value, count));
                (value, count) = (read, 0);
            }

            count++;
        }

        return samples.Absorb(SampleSet.Of(value, count));
    }

    private static double MemoryOfAccelerator(double busy) => busy > 0 ? Memory : 0;

    private static double Percent(double taken, double all) => Math.Min(taken / all, 1) * 100;

    /// <summary>A metric of an instance.</summary>
    /// <param name="Metric">The name.</param>
    /// <param name="Read">Returns the value for an instance and its mean number of concurrent requests.</param>
    private sealed record Gauge(string Metric, Func<Machine, double, double> Read);
}
