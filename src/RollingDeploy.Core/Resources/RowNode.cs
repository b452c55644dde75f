namespace RollingDeploy.Core.Resources;

/// <summary>A row in a tree, and what is below it.</summary>
internal sealed class RowNode<T>(string key, Row<T> row)
    where T : class, IResource
{
    private TimeExtent _created = TimeExtent.At(row.Created);
    private TimeExtent _modified = TimeExtent.At(row.Modified);

    public string Key => key;

    public Row<T> Row => row;

    public RowNode<T>? Left { get; set; }

    public RowNode<T>? Right { get; set; }

    /// <summary>How many rows there are from here down.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Whether a row from here down may fit.</summary>
    public bool MayFit(ResourceQuery query) => query.Created.Meets(_created) && query.Modified.Meets(_modified);

    /// <summary>A row has come somewhere below.</summary>
    public RowNode<T> With(Row<T> added)
    {
        (Count, _created, _modified) = (Count + 1, _created.With(added.Created), _modified.With(added.Modified));
        return this;
    }

    /// <summary>A row has gone from somewhere below. What was the first or the last in time has to be looked for again.</summary>
    public RowNode<T> Without(Row<T> removed)
    {
        if (_created.EndsAt(removed.Created) || _modified.EndsAt(removed.Modified))
        {
            return Measured();
        }

        Count--;
        return this;
    }

    /// <summary>Looks at both sides again.</summary>
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
