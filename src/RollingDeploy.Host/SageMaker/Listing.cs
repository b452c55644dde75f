using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Core;
using RollingDeploy.Core.Resources;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>One page of a listing.</summary>
internal sealed record Page<T>(List<T> Items, string? NextToken)
{
    public Page<TOther> Select<TOther>(Converter<T, TOther> convert) => new(Items.ConvertAll(convert), NextToken);
}

/// <summary>
/// A page of a resource table (sagemaker-endpoints.md §1.4). A token names the last row that was given and not a position, so it
/// survives inserts and deletes between two pages; it carries a fingerprint of the other parameters, with which alone it can be used.
/// </summary>
internal sealed record Listing<T>(IListInput Asked)
    where T : class, IResource
{
    private const int DefaultPage = 10;

    public string? StatusEquals { get; init; }

    /// <summary>The values of further filters, in a fixed order, for the token's fingerprint.</summary>
    public object?[] Others { get; init; } = [];

    /// <summary>The further filters.</summary>
    public Func<T, bool> Fits { get; init; } = _ => true;

    private bool IsDescending => Asked.SortOrder != "Ascending";

    private ResourceOrder Order => (Asked.SortBy, StatusEquals) switch
    {
        ("Name", null) => ResourceOrder.Name,
        ("Status", _) or ("Name", _) => ResourceOrder.Status,
        (_, null) => ResourceOrder.CreationTime,
        _ => ResourceOrder.StatusThenCreationTime,
    };

    public Page<T> Page(ResourceTable<T> table)
    {
        var (from, to) = Bounds();
        var most = Asked.MaxResults ?? DefaultPage;
        var rows = table.Rows(Order, IsDescending, from, to).Where(row => IsListed(row.Resource)).Take(most + 1).ToList();
        return new(
            rows.Take(most).Select(row => row.Resource).ToList(),
            rows.Count > most ? OpaqueToken.Seal($"{Fingerprint()}\n{rows[most - 1].Key}") : null);
    }

    private (string? From, string? To) Bounds()
    {
        var prefix = StatusEquals is null ? "" : ResourceKey.In(StatusEquals);
        var from = StatusEquals is null ? null : prefix;
        var to = StatusEquals is null ? null : ResourceKey.After(prefix);
        if (Order is ResourceOrder.CreationTime or ResourceOrder.StatusThenCreationTime)
        {
            from = Asked.CreationTimeAfter is { } after ? prefix + ResourceKey.At(after) : from;
            to = Asked.CreationTimeBefore is { } before ? prefix + ResourceKey.At(before) : to;
        }

        var last = Asked.NextToken is null ? null : Open(Asked.NextToken);
        return last is null ? (from, to) : IsDescending ? (from, last) : (last, to);
    }

    private bool IsListed(T resource) =>
        (Asked.NameContains is null || resource.Name.Contains(Asked.NameContains, StringComparison.OrdinalIgnoreCase))
        && IsWithin(resource.CreationTime, Asked.CreationTimeAfter, Asked.CreationTimeBefore)
        && Fits(resource);

    /// <summary>After is inclusive, before is exclusive.</summary>
    public static bool IsWithin(DateTimeOffset at, DateTimeOffset? after, DateTimeOffset? before) =>
        (after is null || at >= after) && (before is null || at < before);

    private string Open(string token)
    {
        var parts = OpaqueToken.Open(token)?.Split('\n', 2);
        return parts?.Length == 2 && parts[0] == Fingerprint() ? parts[1] : throw Faults.Validation("Invalid pagination token");
    }

    private string Fingerprint()
    {
        object?[] parameters =
            [typeof(T).Name, Asked.SortBy, Asked.SortOrder, Asked.NameContains, Asked.CreationTimeAfter, Asked.CreationTimeBefore, StatusEquals, .. Others];
        var text = string.Join('\n', parameters.Select(Print));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 8);
    }

    // A moment to its last tick: two within one second are different parameters.
    private static string? Print(object? value) =>
        value is DateTimeOffset at ? $"{at.UtcTicks}" : Convert.ToString(value, CultureInfo.InvariantCulture);
}
