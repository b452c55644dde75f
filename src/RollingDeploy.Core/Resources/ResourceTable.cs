using System.Diagnostics.CodeAnalysis;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Resources;

/// <summary>
/// The resources of one type in a region. Names are not case-sensitive (sagemaker-endpoints.md §1.3). Resources are kept in all
/// sort orders, so that a page takes the same time for a hundred and for a hundred thousand resources.
/// </summary>
public sealed class ResourceTable<T> : IResourceTable
    where T : class, IResource
{
    private readonly Dictionary<string, Row<T>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly RowChain<T> _chain = new();
    private readonly Dictionary<Facet, Shelf<T>> _shelves = [];
    private readonly Shelf<T> _all = new();
    private readonly Dice _heights = new(0);
    private readonly Region _region;
    private readonly SubjectType _type;

    internal ResourceTable(Region region, SubjectType type, string arnType, string? noun = null)
    {
        _region = region;
        _type = type;
        ArnType = arnType;
        Noun = noun ?? arnType;
    }

    /// <inheritdoc/>
    public string ArnType { get; }

    /// <inheritdoc/>
    public string Noun { get; }

    /// <summary>All resources, in the order in which they were created.</summary>
    public IEnumerable<T> All => _chain.Resources;

    /// <summary>The number of resources.</summary>
    public int Count => _byName.Count;

    /// <inheritdoc/>
    public string ArnOf(string name) => Arn.SageMaker(_region, ArnType, name);

    /// <summary>Returns the resource <paramref name="name"/>.</summary>
    /// <exception cref="AwsError">The resource does not exist: <c>Could not find …</c></exception>
    public T Get(string name) => TryGet(name, out var found) ? found : throw SageMakerErrors.CouldNotFind(Noun, ArnOf(name));

    /// <summary>Gets the resource <paramref name="name"/>, if it exists.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? found)
    {
        found = _byName.TryGetValue(name, out var row) ? row.Resource : null;
        return found is not null;
    }

    /// <inheritdoc/>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Throws an error if a resource with this name exists.</summary>
    /// <exception cref="AwsError">The resource exists: <c>Cannot create already existing …</c></exception>
    public void RequireFree(string name)
    {
        if (_byName.ContainsKey(name))
        {
            throw SageMakerErrors.AlreadyExists(Noun, ArnOf(name));
        }
    }

    /// <summary>
    /// Returns the matching rows in the sort order of the query. Of the values in the filter, the rarest one is used for the
    /// search. With at most one filter, it takes only a few steps regardless of the number of resources, except for a filter by a
    /// rare part of a name.
    /// </summary>
    public IReadOnlyList<Row<T>> Find(ResourceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var shelves = query.Facets.Select(facet => _shelves.GetValueOrDefault(facet)).Append(_all).ToList();
        return shelves.Contains(null) ? [] : shelves.MinBy(shelf => shelf!.Count)!.Find(query);
    }

    internal void Add(T resource, EventFacts? facts = null)
    {
        Restore(resource);
        _region.Log(_type, resource.Name, new ResourceCreated(Noun, ArnOf(resource.Name)), facts);
    }

    /// <summary>Adds a resource of a snapshot, without an event.</summary>
    internal void Restore(T resource)
    {
        var row = new Row<T>(resource, _heights.Next());
        Place(row);
        _chain.Add(row);
    }

    internal void Remove(T resource, EventFacts? facts = null)
    {
        var row = _byName[resource.Name];
        TakeOut(row);
        _chain.Remove(row);
        var arn = ArnOf(resource.Name);
        _region.Tell(new ResourceRemoved(arn));
        _region.Log(_type, resource.Name, new ResourceDeleted(Noun, arn), facts);
    }

    /// <summary>Updates the sort orders after a change of a resource. A deleted resource is ignored.</summary>
    internal void Reorder(T resource)
    {
        if (_byName.TryGetValue(resource.Name, out var row) && !row.IsCurrent)
        {
            TakeOut(row);
            var next = new Row<T>(resource, row.Height);
            Place(next);
            _chain.Replace(row, next);
        }
    }

    private void Place(Row<T> row)
    {
        _byName.Add(row.Resource.Name, row);
        _all.Add(row);
        foreach (var facet in row.Facets)
        {
            if (!_shelves.TryGetValue(facet, out var shelf))
            {
                _shelves.Add(facet, shelf = new());
            }

            shelf.Add(row);
        }
    }

    private void TakeOut(Row<T> row)
    {
        _byName.Remove(row.Resource.Name);
        _all.Remove(row);
        foreach (var facet in row.Facets)
        {
            _shelves[facet].Remove(row);
            if (_shelves[facet].Count == 0)
            {
                _shelves.Remove(facet);
            }
        }
    }
}
