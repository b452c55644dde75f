namespace RollingDeploy.Core.Faults;

/// <summary>The faults of a region.</summary>
public static class RegionFaults
{
    private static readonly Slot<Region, FaultTable> FaultsSlot = new(static region => new FaultTable(region));

    extension(Region region)
    {
        /// <summary>The faults that were added.</summary>
        public FaultTable Faults => region.Get(FaultsSlot);
    }
}
