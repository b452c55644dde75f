namespace RollingDeploy.Core.Arming;

/// <summary>What waits in a region.</summary>
public static class RegionArmed
{
    private static readonly Slot<Region, ArmedTable> ArmedSlot = new(static _ => new ArmedTable());

    extension(Region region)
    {
        /// <summary>What waits for a moment of a deployment.</summary>
        public ArmedTable Armed => region.Get(ArmedSlot);
    }
}
