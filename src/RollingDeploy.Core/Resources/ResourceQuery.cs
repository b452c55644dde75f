using System.Collections.Immutable;

namespace RollingDeploy.Core.Resources;

/// <summary>
/// The query of a listing: the sort order, the filters, which must all match, and the maximum number of results.
/// </summary>
public sealed record ResourceQuery(ResourceOrder Order, bool IsDescending, int Most)
{
    /// <summary>The key after which the results begin, whether or not a row has it; null for the beginning.</summary>
    public string? Behind { get; init; }

    /// <summary>The filter for creation times.</summary>
    public TimeWindow Created { get; init; } = TimeWindow.Any;

    /// <summary>The filter for times of the last change.</summary>
    public TimeWindow Modified { get; init; } = TimeWindow.Any;

    /// <summary>The filter for values. All must match.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    /// <summary>A part of the name, ignoring case.</summary>
    public string? NameContains { get; init; }

    internal bool Fits<T>(Row<T> row)
        where T : class, IResource =>
        Created.Contains(row.Created)
        && Modified.Contains(row.Modified)
        && (NameContains is null || row.Resource.Name.Contains(NameContains, StringComparison.OrdinalIgnoreCase))
        && HasAll(row.Facets);

    /// <summary>Returns whether a key comes after another key in the sort order.</summary>
    internal bool IsBehind(string key, string? other) =>
        other is null || (string.CompareOrdinal(key, other) is var sign && (IsDescending ? sign < 0 : sign > 0));

    // It uses a loop and not LINQ, because it runs for every visited row.
    private bool HasAll(ImmutableArray<Facet> facets)
    {
        foreach (var facet in Facets)
        {
            if (!facets.Contains(facet))
            {
                return false;
            }
        }

        return true;
    }
}
