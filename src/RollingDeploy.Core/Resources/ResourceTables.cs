namespace RollingDeploy.Core.Resources;

/// <summary>
/// The tables of resources that have an ARN and can have tags. The features of these resources are added to it when a world is
/// created.
/// </summary>
internal sealed class ResourceTables
{
    /// <summary>Functions that return the tables of a region.</summary>
    public List<Func<Region, IResourceTable>> All { get; } = [];
}

/// <summary>The notification that a resource was deleted.</summary>
internal readonly record struct ResourceRemoved(string Arn);

/// <summary>The resources of a region.</summary>
internal static class RegionResources
{
    private static readonly Slot<Simulation, ResourceTables> ResourceTablesSlot = new(static _ => new ResourceTables());

    extension(Region region)
    {
        /// <summary>The tables of resources that have an ARN and can have tags.</summary>
        public IEnumerable<IResourceTable> Tables => region.Simulation.ResourceTables.All.Select(table => table(region));
    }

    extension(Simulation simulation)
    {
        /// <summary>The tables of resources.</summary>
        public ResourceTables ResourceTables => simulation.Get(ResourceTablesSlot);
    }
}
