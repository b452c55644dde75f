using System.Diagnostics.CodeAnalysis;

namespace RollingDeploy.Core.Resources;

/// <summary>
/// The resources of one type in one region: found by name whatever its case (sagemaker-endpoints.md §1.3), and kept in every
/// order in which they can be listed, so that a page costs the same out of a hundred and out of a hundred thousand.
/// </summary>
public sealed class ResourceTable<T> : IResourceTable
    where T : class, IResource
{
    private readonly Dictionary<string, (T Resource, string Status)> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ResourceOrder, SortedSet<Row<T>>> _orders = new()
    {
        [ResourceOrder.Name] = new(Row<T>.ByKey),
        [ResourceOrder.CreationTime] = new(Row<T>.ByKey),
        [ResourceOrder.Status] = new(Row<T>.ByKey),
        [ResourceOrder.StatusThenCreationTime] = new(Row<T>.ByKey),
    };

    private readonly Region _region;

    internal ResourceTable(Region region, string arnType, string? noun = null)
    {
        _region = region;
        ArnType = arnType;
        Noun = noun ?? arnType;
    }

    /// <inheritdoc/>
    public string ArnType { get; }

    /// <inheritdoc/>
    public string Noun { get; }

    /// <summary>All of them, in no particular order.</summary>
    public IEnumerable<T> All => _byName.Values.Select(each => each.Resource);

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <inheritdoc/>
    public string ArnOf(string name) => Arn.SageMaker(_region, ArnType, name);

    /// <summary>The one called <paramref name="name"/>.</summary>
    /// <exception cref="AwsFault">There is none: <c>Could not find …</c></exception>
    public T Get(string name) => TryGet(name, out var found) ? found : throw Faults.CouldNotFind(Noun, ArnOf(name));

    /// <summary>The one called <paramref name="name"/>, if there is one.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? found)
    {
        found = _byName.TryGetValue(name, out var each) ? each.Resource : null;
        return found is not null;
    }

    /// <inheritdoc/>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Refuses a name that is taken.</summary>
    /// <exception cref="AwsFault"><c>Cannot create already existing …</c></exception>
    public void RequireFree(string name)
    {
        if (_byName.ContainsKey(name))
        {
            throw Faults.AlreadyExists(Noun, ArnOf(name));
        }
    }

    /// <summary>
    /// The rows of an order whose keys lie between two others, both exclusive; null is without bound. Enumerating a few of them
    /// costs a few steps, however many there are.
    /// </summary>
    public IEnumerable<Row<T>> Rows(ResourceOrder order, bool descending, string? from, string? to)
    {
        var rows = _orders[order];
        if (rows.Count == 0 || (from is not null && to is not null && string.CompareOrdinal(from, to) >= 0))
        {
            return [];
        }

        var lower = from is null ? rows.Min : new Row<T>(from, null!);
        var upper = to is null ? rows.Max : new Row<T>(to, null!);
        if (Row<T>.ByKey.Compare(lower, upper) > 0)
        {
            return [];
        }

        var view = rows.GetViewBetween(lower, upper);
        return (descending ? view.Reverse() : view).Where(row => row.Key != from && row.Key != to);
    }

    internal void Add(T resource)
    {
        _byName.Add(resource.Name, (resource, resource.StatusName));
        ForEachOrder(resource, resource.StatusName, (rows, row) => rows.Add(row));
    }

    internal void Remove(T resource)
    {
        ForEachOrder(resource, _byName[resource.Name].Status, (rows, row) => rows.Remove(row));
        _byName.Remove(resource.Name);
        _region.Tags.Forget(ArnOf(resource.Name));
    }

    /// <summary>The status of a resource has changed; one that is not here any more is passed over.</summary>
    internal void Reorder(T resource)
    {
        if (_byName.TryGetValue(resource.Name, out var known) && known.Status != resource.StatusName)
        {
            ForEachOrder(resource, known.Status, (rows, row) => rows.Remove(row));
            _byName[resource.Name] = (resource, resource.StatusName);
            ForEachOrder(resource, resource.StatusName, (rows, row) => rows.Add(row));
        }
    }

    private void ForEachOrder(T resource, string status, Func<SortedSet<Row<T>>, Row<T>, bool> change)
    {
        foreach (var (order, rows) in _orders)
        {
            change(rows, new Row<T>(ResourceKey.Of(order, resource.Name, resource.CreationTime, status), resource));
        }
    }
}
