using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Core;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>One page of a listing.</summary>
internal sealed record Page<T>(List<T> Items, string? NextToken)
{
    public Page<TOther> Select<TOther>(Converter<T, TOther> convert) => new(Items.ConvertAll(convert), NextToken);
}

/// <summary>What the filters of every listing have in common (sagemaker-endpoints.md §1.4).</summary>
internal static class Listing
{
    public static bool Contains(string name, string? part) =>
        part is null || name.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>After is inclusive, before is exclusive.</summary>
    public static bool IsWithin(DateTimeOffset at, DateTimeOffset? after, DateTimeOffset? before) =>
        (after is null || at >= after) && (before is null || at < before);
}

/// <summary>
/// Sorts and pages. A token names the last row that was given and not a position, so it survives inserts and deletes between
/// two pages; it carries a fingerprint of the other parameters, with which alone it can be used.
/// </summary>
internal sealed class Listing<T>
    where T : class, IResource
{
    private const int DefaultPage = 10;

    public string? SortBy { get; init; }

    public string? SortOrder { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    /// <summary>The values of the filters, in a fixed order.</summary>
    public required object?[] Filters { get; init; }

    public required Func<T, DateTimeOffset> CreationTime { get; init; }

    public Func<T, string>? Status { get; init; }

    public Page<T> Page(IEnumerable<T> filtered)
    {
        var direction = SortOrder == "Ascending" ? 1 : -1;
        var sorted = filtered.Select(row => (Row: row, Key: KeyOf(row))).ToList();
        sorted.Sort((one, other) => direction * string.CompareOrdinal(one.Key, other.Key));
        var after = NextToken is null ? null : Open(NextToken);
        var rest = after is null ? sorted : sorted.FindAll(each => direction * string.CompareOrdinal(each.Key, after) > 0);
        var page = rest.Take(MaxResults ?? DefaultPage).ToList();
        return new(page.ConvertAll(each => each.Row), page.Count < rest.Count ? OpaqueToken.Seal($"{Fingerprint()}\n{page[^1].Key}") : null);
    }

    // Rows that are alike in what is sorted by follow each other by name, so that the order is total.
    private string KeyOf(T row)
    {
        var name = row.Name.ToUpperInvariant();
        return SortBy switch
        {
            "Name" => name,
            "Status" => $"{Status!(row)}\n{name}",
            _ => $"{CreationTime(row).UtcTicks:D19}\n{name}",
        };
    }

    private string Open(string token)
    {
        var parts = OpaqueToken.Open(token)?.Split('\n', 2);
        return parts?.Length == 2 && parts[0] == Fingerprint() ? parts[1] : throw Faults.Validation("Invalid pagination token");
    }

    private string Fingerprint()
    {
        var parameters = Filters.Prepend(SortOrder).Prepend(SortBy).Prepend(typeof(T).Name)
            .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parameters))), 0, 8);
    }
}
