namespace RollingDeploy.Core.Servers;

/// <summary>The real servers of a region.</summary>
public static class RegionServers
{
    extension(Region region)
    {
        /// <summary>How the real servers that answer for models are.</summary>
        public HealthTable Health => region.Slot(static _ => new HealthTable());
    }
}
