using System.Collections.Immutable;

namespace RollingDeploy.Core.Resources;

/// <summary>A resource as it stood when it was last put in order: what it is found by does not change under the orders.</summary>
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

    internal long Created { get; }

    internal long Modified { get; }

    internal ImmutableArray<Facet> Facets { get; }

    /// <summary>Any number, the same whenever the world runs: it balances the trees.</summary>
    internal ulong Height { get; }

    /// <summary>Where it stands in an order.</summary>
    public string Key(ResourceOrder order) => _keys[(int)order];

    /// <summary>Whether the resource still is what it was.</summary>
    internal bool IsCurrent => Modified == Resource.LastModifiedTime.UtcTicks && _status == Resource.StatusName;
}
