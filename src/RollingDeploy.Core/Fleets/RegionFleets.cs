namespace RollingDeploy.Core.Fleets;

/// <summary>How fleets are simulated in a region.</summary>
internal static class RegionFleets
{
    extension(Region region)
    {
        /// <summary>How long instances and traffic take.</summary>
        public FleetTimings Timings => region.Simulation.Slot(static _ => new FleetTimings());
    }
}
