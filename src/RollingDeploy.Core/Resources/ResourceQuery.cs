using System.Collections.Immutable;

namespace RollingDeploy.Core.Resources;

/// <summary>What a listing asks for: an order, filters that all have to hold, and how many at most.</summary>
public sealed record ResourceQuery(ResourceOrder Order, bool IsDescending, int Most)
{
    /// <summary>The key behind which to begin, whether or not a row has it; null for the beginning.</summary>
    public string? Behind { get; init; }

    /// <summary>The creation times.</summary>
    public TimeWindow Created { get; init; } = TimeWindow.Any;

    /// <summary>The times of the last change.</summary>
    public TimeWindow Modified { get; init; } = TimeWindow.Any;

    /// <summary>The values to have.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    /// <summary>A part of the name, whatever its case.</summary>
    public string? NameContains { get; init; }

    internal bool Fits<T>(Row<T> row)
        where T : class, IResource =>
        Created.Contains(row.Created)
        && Modified.Contains(row.Modified)
        && (NameContains is null || row.Resource.Name.Contains(NameContains, StringComparison.OrdinalIgnoreCase))
        && HasAll(row.Facets);

    /// <summary>Whether a key lies behind another in the order that is asked for.</summary>
    internal bool IsBehind(string key, string? other) =>
        other is null || (string.CompareOrdinal(key, other) is var sign && (IsDescending ? sign < 0 : sign > 0));

    // A loop: this is asked of every row that a walk meets.
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
