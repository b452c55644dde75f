namespace RollingDeploy.Core.Fleets;

/// <summary>
/// AWS's ComputeResourceRequirements: the resources of an instance that each copy of an inference component uses.
/// </summary>
/// <param name="VCpus">NumberOfCpuCoresRequired, which can be a fraction.</param>
/// <param name="Accelerators">NumberOfAcceleratorDevicesRequired.</param>
/// <param name="MemoryMb">MinMemoryRequiredInMb, in MiB.</param>
public sealed record CopyNeeds(double VCpus, double Accelerators, double MemoryMb)
{
    /// <summary>No resources.</summary>
    public static readonly CopyNeeds None = new(0, 0, 0);
}
