using System.Diagnostics.CodeAnalysis;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Resources;

/// <summary>
/// The resources of one type in one region: found by name whatever its case (sagemaker-endpoints.md §1.3), and kept in every
/// order in which they can be listed, so that a page costs the same out of a hundred and out of a hundred thousand.
/// </summary>
public sealed class ResourceTable<T> : IResourceTable
    where T : class, IResource
{
    private readonly Dictionary<string, Row<T>> _byName = new(StringComparer.OrdinalIgnoreCase);
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

    /// <summary>All of them, in no particular order.</summary>
    public IEnumerable<T> All => _byName.Values.Select(row => row.Resource);

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <inheritdoc/>
    public string ArnOf(string name) => Arn.SageMaker(_region, ArnType, name);

    /// <summary>The one called <paramref name="name"/>.</summary>
    /// <exception cref="AwsError">There is none: <c>Could not find …</c></exception>
    public T Get(string name) => TryGet(name, out var found) ? found : throw SageMakerErrors.CouldNotFind(Noun, ArnOf(name));

    /// <summary>The one called <paramref name="name"/>, if there is one.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? found)
    {
        found = _byName.TryGetValue(name, out var row) ? row.Resource : null;
        return found is not null;
    }

    /// <inheritdoc/>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Refuses a name that is taken.</summary>
    /// <exception cref="AwsError"><c>Cannot create already existing …</c></exception>
    public void RequireFree(string name)
    {
        if (_byName.ContainsKey(name))
        {
            throw SageMakerErrors.AlreadyExists(Noun, ArnOf(name));
        }
    }

    /// <summary>
    /// The rows that fit, in the order that is asked for. Of the values that all of them have, the rarest says where to look;
    /// with one filter or none, and unless it is a rare part of a name, it costs a few steps however many resources there are.
    /// </summary>
    public IReadOnlyList<Row<T>> Find(ResourceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var shelves = query.Facets.Select(facet => _shelves.GetValueOrDefault(facet)).Append(_all).ToList();
        return shelves.Contains(null) ? [] : shelves.MinBy(shelf => shelf!.Count)!.Find(query);
    }

    internal void Add(T resource)
    {
        Place(new Row<T>(resource, _heights.Next()));
        _region.Log(_type, resource.Name, new ResourceCreated(Noun, ArnOf(resource.Name)));
    }

    internal void Remove(T resource)
    {
        TakeOut(_byName[resource.Name]);
        var arn = ArnOf(resource.Name);
        _region.Tell(new ResourceRemoved(arn));
        _region.Log(_type, resource.Name, new ResourceDeleted(Noun, arn));
    }

    /// <summary>Something that a resource is listed by may have changed; one that is not here any more is passed over.</summary>
    internal void Reorder(T resource)
    {
        if (_byName.TryGetValue(resource.Name, out var row) && !row.IsCurrent)
        {
            TakeOut(row);
            Place(new Row<T>(resource, row.Height));
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
