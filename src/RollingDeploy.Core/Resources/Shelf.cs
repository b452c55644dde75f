namespace RollingDeploy.Core.Resources;

/// <summary>Rows that have something in common, in every order.</summary>
internal sealed class Shelf<T>
    where T : class, IResource
{
    private readonly RowTree<T>[] _orders = [.. Enum.GetValues<ResourceOrder>().Select(order => new RowTree<T>(order))];

    public int Count => _orders[0].Count;

    public void Add(Row<T> row) => Array.ForEach(_orders, tree => tree.Add(row));

    public void Remove(Row<T> row) => Array.ForEach(_orders, tree => tree.Remove(row));

    /// <summary>
    /// The page that is asked for. Either the wanted order is walked, or, where a time leaves few enough, those are put in order:
    /// ten of 100,000 need not be met one by one.
    /// </summary>
    public List<Row<T>> Find(ResourceQuery query)
    {
        var (byTime, window) =
            CountOf(ResourceOrder.CreationTime, query.Created) <= CountOf(ResourceOrder.LastModifiedTime, query.Modified)
            ? (ResourceOrder.CreationTime, query.Created)
            : (ResourceOrder.LastModifiedTime, query.Modified);
        return query.Order != byTime && IsFew(CountOf(byTime, window), window, query.Most)
            ? InOrder(_orders[(int)byTime].Walk(query, int.MaxValue, behind: null), query)
            : _orders[(int)query.Order].Walk(query, query.Most, query.Behind);
    }

    // Between two bounds lie m of n rows: a walk in another order meets one of them in n/m, so a page of k costs it k·n/m, and
    // the other way costs m. With one bound a walk leaves out what does not fit: then only about a page is few.
    private bool IsFew(int rows, TimeWindow window, int most) =>
        rows <= 2 * most || (window.HasBothBounds && (long)rows * rows <= (long)Count * most);

    private int CountOf(ResourceOrder order, TimeWindow window) => window.IsOpen
        ? Count
        : CountBefore(order, window.Before, Count) - CountBefore(order, window.After, 0);

    private int CountBefore(ResourceOrder order, DateTimeOffset? moment, int otherwise) =>
        moment is { } at ? _orders[(int)order].CountBefore(ResourceKey.At(at)) : otherwise;

    private static List<Row<T>> InOrder(List<Row<T>> rows, ResourceQuery query)
    {
        rows.RemoveAll(row => !query.IsBehind(row.Key(query.Order), query.Behind));
        rows.Sort(
            (one, other) => string.CompareOrdinal(one.Key(query.Order), other.Key(query.Order)) * (query.IsDescending ? -1 : 1));
        return rows.Take(query.Most).ToList();
    }
}
