namespace RollingDeploy.Core.Resources;

/// <summary>
/// Rows in one sort order, as a treap (Seidel and Aragon, "Randomized search trees", 1996). Each node has the number of rows in
/// its subtree and the range of their times of creation and of last change, so that a search skips subtrees without matches. With
/// one bound on a time, every visited subtree contains a matching row.
/// </summary>
internal sealed class RowTree<T>(ResourceOrder order)
    where T : class, IResource
{
    private RowNode<T>? _root;

    public int Count => _root?.Count ?? 0;

    public void Add(Row<T> row) => _root = Add(_root, new(row.Key(order), row));

    public void Remove(Row<T> row) => _root = Remove(_root, row.Key(order), row);

    /// <summary>Returns the number of keys before a key, which need not exist.</summary>
    public int CountBefore(string key)
    {
        var count = 0;
        for (var node = _root; node is not null;)
        {
            var isBefore = string.CompareOrdinal(node.Key, key) < 0;
            count += isBefore ? 1 + (node.Left?.Count ?? 0) : 0;
            node = isBefore ? node.Right : node.Left;
        }

        return count;
    }

    /// <summary>Returns the matching rows in the sort order, up to a maximum number and after a key.</summary>
    public List<Row<T>> Walk(ResourceQuery query, int most, string? behind)
    {
        var found = new List<Row<T>>();
        Walk(_root, query, most, behind, found);
        return found;
    }

    private static void Walk(RowNode<T>? node, ResourceQuery query, int most, string? behind, List<Row<T>> found)
    {
        while (node is not null && found.Count < most && node.MayFit(query))
        {
            var (near, far) = query.IsDescending ? (node.Right, node.Left) : (node.Left, node.Right);
            if (query.IsBehind(node.Key, behind))
            {
                Walk(near, query, most, behind, found);
                if (found.Count < most && query.Fits(node.Row))
                {
                    found.Add(node.Row);
                }

                behind = null;
            }

            node = far;
        }
    }

    private static RowNode<T> Add(RowNode<T>? node, RowNode<T> added)
    {
        if (node is null)
        {
            return added;
        }

        if (added.Row.Height > node.Row.Height)
        {
            (added.Left, added.Right) = Split(node, added.Key);
            return added.Measured();
        }

        if (string.CompareOrdinal(added.Key, node.Key) < 0)
        {
            node.Left = Add(node.Left, added);
        }
        else
        {
            node.Right = Add(node.Right, added);
        }

        return node.With(added.Row);
    }

    private static RowNode<T>? Remove(RowNode<T>? node, string key, Row<T> row)
    {
        var sign = node is null ? throw new KeyNotFoundException(key) : string.CompareOrdinal(key, node.Key);
        if (sign == 0)
        {
            return Merge(node.Left, node.Right);
        }

        if (sign < 0)
        {
            node.Left = Remove(node.Left, key, row);
        }
        else
        {
            node.Right = Remove(node.Right, key, row);
        }

        return node.Without(row);
    }

    private static (RowNode<T>? Before, RowNode<T>? After) Split(RowNode<T>? node, string key)
    {
        if (node is null)
        {
            return (null, null);
        }

        if (string.CompareOrdinal(node.Key, key) < 0)
        {
            (node.Right, var after) = Split(node.Right, key);
            return (node.Measured(), after);
        }

        (var before, node.Left) = Split(node.Left, key);
        return (before, node.Measured());
    }

    private static RowNode<T>? Merge(RowNode<T>? left, RowNode<T>? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        if (left.Row.Height > right.Row.Height)
        {
            left.Right = Merge(left.Right, right);
            return left.Measured();
        }

        right.Left = Merge(left, right.Left);
        return right.Measured();
    }
}
