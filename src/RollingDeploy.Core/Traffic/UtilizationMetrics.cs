using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// How busy instances and copies are (endpoint-metrics.md §2), in percent, a sample of each. A request that is worked on keeps
/// one vCPU and one accelerator busy.
/// </summary>
internal static class UtilizationMetrics
{
    /// <summary>The namespace of instances.</summary>
    public const string OfInstances = "/aws/sagemaker/Endpoints";

    /// <summary>The namespace of copies.</summary>
    public const string OfCopies = "/aws/sagemaker/InferenceComponents";

    // An idle container's memory and a disk with an image on it; the figures are ours.
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

    /// <summary>Publishes how busy instances are.</summary>
    /// <param name="put">Where and when.</param>
    /// <param name="machines">The instances, at least one.</param>
    /// <param name="busyOn">How many requests an instance works on at a time.</param>
    /// <param name="areHosts">Whether inference components are on them.</param>
    public static void Publish(in Publication put, IReadOnlyList<Machine> machines, Func<Machine, double> busyOn, bool areHosts)
    {
        var hasAccelerators = machines[0].Size.Accelerators > 0;
        Publish(put, Always, machines, busyOn);
        Publish(put, hasAccelerators ? WithAccelerators : [], machines, busyOn);
        Publish(put, areHosts ? OfHosts : [], machines, busyOn);
        Publish(put, areHosts && hasAccelerators ? OfHostsWithAccelerators : [], machines, busyOn);
    }

    /// <summary>Publishes how busy the instance of a serverless variant is, of which only the memory is told.</summary>
    public static void PublishServerless(in Publication put) => put.Add("MemoryUtilization", "Percent", SampleSet.Of(Memory));

    /// <summary>
    /// Publishes how busy like copies are: measured by what each reserves of its instance, and by the instance where it reserves
    /// nothing (developer guide, monitor with CloudWatch).
    /// </summary>
    /// <param name="put">Where and when.</param>
    /// <param name="copies">How many there are.</param>
    /// <param name="needs">What each reserves.</param>
    /// <param name="host">What an instance is.</param>
    /// <param name="busy">How many requests each works on at a time.</param>
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

    // Most instances of a variant are alike: so many equal samples are one.
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
    /// <param name="Metric">Its name.</param>
    /// <param name="Read">Its value on an instance that works on so many requests at a time.</param>
    private sealed record Gauge(string Metric, Func<Machine, double, double> Read);
}
