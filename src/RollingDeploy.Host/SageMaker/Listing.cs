using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Core.Kernel;
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
/// survives inserts and deletes between two pages; it carries a fingerprint of the caller and of the other parameters, spelt out
/// or not, with which alone it can be used.
/// </summary>
internal sealed record Listing<T>(IListInput Asked, Call Call)
    where T : class, IResource
{
    private const int DefaultPage = 10;

    /// <summary>The times of the last change.</summary>
    public TimeWindow Modified { get; init; } = TimeWindow.Any;

    /// <summary>The values that were asked for; null where none was.</summary>
    public ImmutableArray<Facet?> Facets { get; init; } = [];

    public Page<T> Page(ResourceTable<T> table)
    {
        var query = Query();
        var rows = table.Find(query);
        return new(
            rows.Take(Most).Select(row => row.Resource).ToList(),
            rows.Count > Most ? Call.Tokens.Seal($"{Fingerprint()}\n{rows[Most - 1].Key(query.Order)}") : null);
    }

    private ResourceQuery Query() => new(Order, IsDescending, Most + 1)
    {
        Behind = Asked.NextToken is null ? null : Open(Asked.NextToken),
        Created = new(Asked.CreationTimeAfter, Asked.CreationTimeBefore),
        Modified = Modified,
        Facets = [.. Facets.OfType<Facet>()],
        NameContains = Asked.NameContains,
    };

    private int Most => Asked.MaxResults ?? DefaultPage;

    private bool IsDescending => Asked.SortOrder != "Ascending";

    private ResourceOrder Order => Asked.SortBy switch
    {
        "Name" => ResourceOrder.Name,
        "Status" => ResourceOrder.Status,
        _ => ResourceOrder.CreationTime,
    };

    private string Open(string token)
    {
        var parts = Call.Tokens.Open(token)?.Split('\n', 2);
        return parts?.Length == 2 && parts[0] == Fingerprint() ? parts[1] : throw SageMakerErrors.Validation("Invalid pagination token");
    }

    private string Fingerprint()
    {
        object?[] parameters =
        [
            Call.Account, Call.Region, typeof(T).Name, Order, IsDescending, Most, Asked.NameContains,
            Asked.CreationTimeAfter, Asked.CreationTimeBefore, Modified.After, Modified.Before,
            .. Facets.Select(facet => facet?.Value),
        ];
        var text = string.Join('\n', parameters.Select(Print));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 8);
    }

    // A moment to its last tick: two within one second are different parameters.
    private static string? Print(object? value) =>
        value is DateTimeOffset at ? $"{at.UtcTicks}" : Convert.ToString(value, CultureInfo.InvariantCulture);
}
