using System.Collections.Frozen;

namespace RollingDeploy.Core.Fleets;

/// <summary>What one instance of a type is.</summary>
/// <param name="VCpus">Virtual CPUs.</param>
/// <param name="MemoryGiB">Memory in GiB.</param>
/// <param name="Accelerators">GPUs, Inferentia or Trainium devices.</param>
public sealed record InstanceSize(double VCpus, double MemoryGiB, int Accelerators);

/// <summary>The instance types by name.</summary>
public static class InstanceCatalog
{
    private static readonly InstanceSize Default = new(4, 16, 0);

    private static readonly FrozenDictionary<string, InstanceSize> Sizes = new Dictionary<string, InstanceSize>
    {
        ["ml.m5.large"] = new(2, 8, 0),
        ["ml.m5.xlarge"] = new(4, 16, 0),
        ["ml.g5.2xlarge"] = new(8, 32, 1),
        ["ml.g5.12xlarge"] = new(48, 192, 4),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What <paramref name="instanceType"/> is; 4 vCPU and 16 GiB where it is not known.</summary>
    public static InstanceSize Find(string? instanceType) =>
        instanceType is not null && Sizes.TryGetValue(instanceType, out var size) ? size : Default;
}
