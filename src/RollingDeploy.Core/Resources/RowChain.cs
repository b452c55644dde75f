namespace RollingDeploy.Core.Resources;

/// <summary>
/// Rows in the order in which their resources were created. The order of a dictionary depends on what was removed from it before,
/// so it would not be the same in a world that was restored from a snapshot.
/// </summary>
internal sealed class RowChain<T>
    where T : class, IResource
{
    private Row<T>? _first;
    private Row<T>? _last;

    /// <summary>The resources. One that is removed meanwhile is left out, if it was not reached yet.</summary>
    public IEnumerable<T> Resources
    {
        get
        {
            for (var row = _first; row is not null; row = row.After)
            {
                yield return row.Resource;
            }
        }
    }

    /// <summary>Adds a row at the end.</summary>
    public void Add(Row<T> row)
    {
        row.Before = _last;
        Link(_last, row);
        _last = row;
    }

    /// <summary>Puts a row in the place of another one.</summary>
    public void Replace(Row<T> old, Row<T> row)
    {
        (row.Before, row.After) = (old.Before, old.After);
        Link(row.Before, row);
        LinkBack(row.After, row);
    }

    /// <summary>Removes a row.</summary>
    public void Remove(Row<T> row)
    {
        Link(row.Before, row.After);
        LinkBack(row.After, row.Before);
    }

    private void Link(Row<T>? row, Row<T>? after)
    {
        if (row is null)
        {
            _first = after;
        }
        else
        {
            row.After = after;
        }
    }

    private void LinkBack(Row<T>? row, Row<T>? before)
    {
        if (row is null)
        {
            _last = before;
        }
        else
        {
            row.Before = before;
        }
    }
}
