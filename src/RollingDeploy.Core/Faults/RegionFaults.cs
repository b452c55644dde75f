namespace RollingDeploy.Core.Faults;

/// <summary>The faults of a region.</summary>
public static class RegionFaults
{
    extension(Region region)
    {
        /// <summary>The faults that were asked for.</summary>
        public FaultTable Faults => region.Slot(static region => new FaultTable(region));
    }
}
