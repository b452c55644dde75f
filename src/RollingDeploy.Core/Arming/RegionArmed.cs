namespace RollingDeploy.Core.Arming;

/// <summary>The armed behaviors and faults of a region.</summary>
public static class RegionArmed
{
    private static readonly Slot<Region, ArmedTable> ArmedSlot = new(static _ => new ArmedTable());

    extension(Region region)
    {
        /// <summary>The behaviors and faults that wait for a moment of a deployment.</summary>
        public ArmedTable Armed => region.Get(ArmedSlot);
    }
}
