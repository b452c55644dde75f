namespace RollingDeploy.Core.Fleets;

/// <summary>How fleets are simulated.</summary>
internal static class RegionFleets
{
    private static readonly Slot<Simulation, FleetTimings> TimingsSlot = new(static _ => new FleetTimings());

    extension(Region region)
    {
        /// <summary>How long instances and traffic take.</summary>
        public FleetTimings Timings => region.Simulation.Timings;
    }

    extension(Simulation simulation)
    {
        /// <summary>How long instances and traffic take.</summary>
        public FleetTimings Timings
        {
            get => simulation.Get(TimingsSlot);
            set => simulation.Put(TimingsSlot, value);
        }
    }
}
