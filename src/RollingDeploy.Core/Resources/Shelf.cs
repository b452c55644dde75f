namespace RollingDeploy.Core.Resources;

/// <summary>Rows with a common value, in all sort orders.</summary>
internal sealed class Shelf<T>
    where T : class, IResource
{
    private readonly RowTree<T>[] _orders = [.. Enum.GetValues<ResourceOrder>().Select(order => new RowTree<T>(order))];

    public int Count => _orders[0].Count;

    public void Add(Row<T> row) => Array.ForEach(_orders, tree => tree.Add(row));

    public void Remove(Row<T> row) => Array.ForEach(_orders, tree => tree.Remove(row));

    /// <summary>
    /// Returns a page of matching rows. It either searches in the sort order of the query or, if a time filter leaves few enough
    /// rows, sorts these rows. For example, 10 of 100,000 rows are found without visiting all rows.
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

    // If m of n rows are between two bounds, a search in another order finds one of them per n/m rows, so a page of k rows takes
    // k·n/m steps. Sorting takes m steps. With only one bound, the search skips the other rows, so sorting is used only for about
    // one page of rows.
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
