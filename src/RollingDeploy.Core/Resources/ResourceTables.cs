namespace RollingDeploy.Core.Resources;

/// <summary>The tables of what has an ARN and can have tags; the rooms above add theirs.</summary>
internal sealed class ResourceTables
{
    /// <summary>Where each of them is in a region.</summary>
    public List<Func<Region, IResourceTable>> All { get; } = [];
}

/// <summary>A resource is gone.</summary>
internal readonly record struct ResourceRemoved(string Arn);

/// <summary>The resources of a region.</summary>
internal static class RegionResources
{
    private static readonly Slot<Simulation, ResourceTables> ResourceTablesSlot = new(static _ => new ResourceTables());

    extension(Region region)
    {
        /// <summary>Everything that has an ARN and can have tags.</summary>
        public IEnumerable<IResourceTable> Tables => region.Simulation.ResourceTables.All.Select(table => table(region));
    }

    extension(Simulation simulation)
    {
        /// <summary>The tables that there are.</summary>
        public ResourceTables ResourceTables => simulation.Get(ResourceTablesSlot);
    }
}
