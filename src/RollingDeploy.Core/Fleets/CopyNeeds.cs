namespace RollingDeploy.Core.Fleets;

/// <summary>AWS's ComputeResourceRequirements: what each copy of an inference component takes of its instance.</summary>
/// <param name="VCpus">NumberOfCpuCoresRequired; fractions are possible.</param>
/// <param name="Accelerators">NumberOfAcceleratorDevicesRequired.</param>
/// <param name="MemoryMb">MinMemoryRequiredInMb, in MiB.</param>
public sealed record CopyNeeds(double VCpus, double Accelerators, double MemoryMb)
{
    /// <summary>Nothing.</summary>
    public static readonly CopyNeeds None = new(0, 0, 0);
}
