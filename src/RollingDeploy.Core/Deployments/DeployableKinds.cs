namespace RollingDeploy.Core.Deployments;

/// <summary>One kind of what is deployed, and where it is found in a region.</summary>
/// <param name="Type">Its owners' type.</param>
/// <param name="Find">The one of a name; null where there is none.</param>
/// <param name="All">All of them.</param>
internal sealed record DeployableKind(
    OwnerType Type, Func<Region, string, Deployable?> Find, Func<Region, IEnumerable<Deployable>> All);

/// <summary>The kinds of what is deployed; the rooms above add theirs.</summary>
internal sealed class DeployableKinds
{
    /// <summary>The kinds, in the order in which a region's deployables are gone through.</summary>
    public List<DeployableKind> All { get; } = [];
}
