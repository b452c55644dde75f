namespace RollingDeploy.Core.Deployments;

/// <summary>A kind of resource that is deployed, with functions to find these resources in a region.</summary>
/// <param name="Type">The type of their owners.</param>
/// <param name="Find">Returns the resource with a name; null if there is none.</param>
/// <param name="All">Returns all resources.</param>
internal sealed record DeployableKind(
    OwnerType Type, Func<Region, string, Deployable?> Find, Func<Region, IEnumerable<Deployable>> All);

/// <summary>
/// The kinds of resources that are deployed. The features for these resources are added to it when a world is created.
/// </summary>
internal sealed class DeployableKinds
{
    /// <summary>The kinds, in the order in which the resources of a region are listed.</summary>
    public List<DeployableKind> All { get; } = [];
}
