namespace RollingDeploy.Core.Servers;

/// <summary>The real servers of a region.</summary>
public static class RegionServers
{
    private static readonly Slot<Region, HealthTable> HealthSlot = new(static _ => new HealthTable());

    extension(Region region)
    {
        /// <summary>The health of the real servers that respond for models.</summary>
        public HealthTable Health => region.Get(HealthSlot);
    }
}
