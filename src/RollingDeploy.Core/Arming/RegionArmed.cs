namespace RollingDeploy.Core.Arming;

/// <summary>What waits in a region.</summary>
public static class RegionArmed
{
    extension(Region region)
    {
        /// <summary>What waits for a moment of a deployment.</summary>
        public ArmedTable Armed => region.Slot(static _ => new ArmedTable());
    }
}
