using System.Globalization;

namespace RollingDeploy.Core.Fleets;

/// <summary>What one instance of a type is.</summary>
/// <param name="VCpus">Virtual CPUs.</param>
/// <param name="MemoryGiB">Memory in GiB.</param>
/// <param name="Accelerators">GPUs, Inferentia or Trainium devices.</param>
/// <param name="DollarsPerHour">
/// US dollars per hour of real-time inference in us-east-1 on <see cref="InstancePrices.AsOf"/>; null where not known.
/// </param>
public sealed record InstanceSize(double VCpus, double MemoryGiB, int Accelerators, double? DollarsPerHour);

/// <summary>
/// The instance types by name. A size is derived from its family wherever the family is regular, so that types which AWS adds
/// to a family need no entry (vCPUs: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html).
/// </summary>
public static class InstanceCatalog
{
    private const double LargeVCpus = 2;
    private const double XlargeVCpus = 4;

    /// <summary>What stands for a type that cannot be read at all: 4 vCPU, 16 GiB, no accelerator, no price.</summary>
    public static InstanceSize Default { get; } = new(4, 16, 0, null);

    /// <summary>
    /// What <paramref name="instanceType"/> is, such as 4 vCPU and 16 GiB for <c>ml.m5.xlarge</c>. A size of a family that is not
    /// known has 4 GiB per vCPU, and one accelerator where the family's letters are those of accelerated ones (g, p, inf, trn).
    /// Anything else is <see cref="Default"/>.
    /// </summary>
    public static InstanceSize Find(string? instanceType)
    {
        var name = instanceType?.ToLowerInvariant() ?? "";
        if (InstanceFamilies.Irregular.TryGetValue(name, out var listed))
        {
            return listed with { DollarsPerHour = InstancePrices.Of(name) };
        }

        if (name.Split('.') is not ["ml", var letters, var size] || VCpusOf(size) is not { } vCpus)
        {
            return Default;
        }

        var family = InstanceFamilies.Find(letters);
        return new(vCpus, vCpus * family.GiBPerVCpu, family.AcceleratorsOf(size), InstancePrices.Of(name));
    }

    // medium 1, large 2, xlarge 4, 2xlarge 8, 12xlarge 48.
    private static double? VCpusOf(string size) => size switch
    {
        "medium" => LargeVCpus / 2,
        "large" => LargeVCpus,
        "xlarge" => XlargeVCpus,
        _ => size.EndsWith("xlarge", StringComparison.Ordinal)
            && int.TryParse(size[..^"xlarge".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            && times is > 0 and < 1000
                ? XlargeVCpus * times
                : null,
    };
}
