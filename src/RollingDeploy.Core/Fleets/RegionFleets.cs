namespace RollingDeploy.Core.Fleets;

/// <summary>The settings of simulated fleets.</summary>
internal static class RegionFleets
{
    private static readonly Slot<Simulation, FleetTimings> TimingsSlot = new(static _ => new FleetTimings());

    extension(Region region)
    {
        /// <summary>The durations of launches, terminations and traffic shifts.</summary>
        public FleetTimings Timings => region.Simulation.Timings;
    }

    extension(Simulation simulation)
    {
        /// <summary>The durations of launches, terminations and traffic shifts.</summary>
        public FleetTimings Timings
        {
            get => simulation.Get(TimingsSlot);
            set => simulation.Put(TimingsSlot, value);
        }
    }
}
