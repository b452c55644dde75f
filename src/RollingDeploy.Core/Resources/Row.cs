using System.Collections.Immutable;

namespace RollingDeploy.Core.Resources;

/// <summary>
/// A snapshot of the values of a resource that it is sorted and filtered by. It does not change while the row is in the sort
/// orders.
/// </summary>
public sealed class Row<T>
    where T : class, IResource
{
    private static readonly ImmutableArray<ResourceOrder> Orders = [.. Enum.GetValues<ResourceOrder>()];

    private readonly ImmutableArray<string> _keys;
    private readonly string _status;

    internal Row(T resource, ulong height)
    {
        Resource = resource;
        Height = height;
        Created = resource.CreationTime.UtcTicks;
        Modified = resource.LastModifiedTime.UtcTicks;
        Facets = [.. resource.Facets];
        _status = resource.StatusName;
        _keys = [.. Orders.Select(order => ResourceKey.Of(order, resource))];
    }

    /// <summary>The resource.</summary>
    public T Resource { get; }

    /// <summary>The row of the resource that was created before; null for the first one.</summary>
    internal Row<T>? Before { get; set; }

    /// <summary>The row of the resource that was created after it; null for the last one.</summary>
    internal Row<T>? After { get; set; }

    internal long Created { get; }

    internal long Modified { get; }

    internal ImmutableArray<Facet> Facets { get; }

    /// <summary>A random number that balances the trees. It is the same in each run of the world.</summary>
    internal ulong Height { get; }

    /// <summary>Returns the key for a sort order.</summary>
    public string Key(ResourceOrder order) => _keys[(int)order];

    /// <summary>Whether the resource has not changed since the snapshot.</summary>
    internal bool IsCurrent => Modified == Resource.LastModifiedTime.UtcTicks && _status == Resource.StatusName;
}
