using System.Globalization;

namespace RollingDeploy.Core.Fleets;

/// <summary>The resources and the price of an instance type.</summary>
/// <param name="VCpus">Virtual CPUs.</param>
/// <param name="MemoryGiB">Memory in GiB.</param>
/// <param name="Accelerators">GPUs, Inferentia or Trainium devices.</param>
/// <param name="DollarsPerHour">
/// US dollars per hour of real-time inference in us-east-1 on <see cref="InstancePrices.AsOf"/>; null if it is not known.
/// </param>
public sealed record InstanceSize(double VCpus, double MemoryGiB, int Accelerators, double? DollarsPerHour);

/// <summary>
/// The instance types by name. Where the sizes of a family are regular, they are calculated from the family, so new sizes of AWS
/// need no entry (vCPUs: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html).
/// </summary>
public static class InstanceCatalog
{
    private const double LargeVCpus = 2;
    private const double XlargeVCpus = 4;

    /// <summary>The values for a name that is not an instance type: 4 vCPU, 16 GiB, no accelerator, no price.</summary>
    public static InstanceSize Default { get; } = new(4, 16, 0, null);

    /// <summary>
    /// Returns the values of <paramref name="instanceType"/>, such as 4 vCPU and 16 GiB for <c>ml.m5.xlarge</c>. An unknown
    /// family has 4 GiB per vCPU, and one accelerator if its letters are those of accelerated families (g, p, inf, trn). For
    /// other names, it returns <see cref="Default"/>.
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

    // For example, medium is 1, large 2, xlarge 4, 2xlarge 8, and 12xlarge 48.
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
