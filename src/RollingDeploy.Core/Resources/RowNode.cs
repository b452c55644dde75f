namespace RollingDeploy.Core.Resources;

/// <summary>A node of a tree: a row, and the totals of its subtree.</summary>
internal sealed class RowNode<T>(string key, Row<T> row)
    where T : class, IResource
{
    private TimeExtent _created = TimeExtent.At(row.Created);
    private TimeExtent _modified = TimeExtent.At(row.Modified);

    public string Key => key;

    public Row<T> Row => row;

    public RowNode<T>? Left { get; set; }

    public RowNode<T>? Right { get; set; }

    /// <summary>The number of rows in the subtree.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Returns whether a row in the subtree can match.</summary>
    public bool MayFit(ResourceQuery query) => query.Created.Meets(_created) && query.Modified.Meets(_modified);

    /// <summary>Updates the totals after a row was added to the subtree.</summary>
    public RowNode<T> With(Row<T> added)
    {
        (Count, _created, _modified) = (Count + 1, _created.With(added.Created), _modified.With(added.Modified));
        return this;
    }

    /// <summary>
    /// Updates the totals after a row was removed from the subtree. If it had the first or the last time, the totals are
    /// calculated again.
    /// </summary>
    public RowNode<T> Without(Row<T> removed)
    {
        if (_created.EndsAt(removed.Created) || _modified.EndsAt(removed.Modified))
        {
            return Measured();
        }

        Count--;
        return this;
    }

    /// <summary>Calculates the totals from both children.</summary>
    public RowNode<T> Measured()
    {
        (Count, _created, _modified) = (1, TimeExtent.At(row.Created), TimeExtent.At(row.Modified));
        Include(Left);
        Include(Right);
        return this;
    }

    private void Include(RowNode<T>? side)
    {
        if (side is not null)
        {
            (Count, _created, _modified) = (Count + side.Count, _created.With(side._created), _modified.With(side._modified));
        }
    }
}
