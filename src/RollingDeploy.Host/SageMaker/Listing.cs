using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Resources;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>A page of a listing.</summary>
internal sealed record Page<T>(List<T> Items, string? NextToken)
{
    public Page<TOther> Select<TOther>(Converter<T, TOther> convert) => new(Items.ConvertAll(convert), NextToken);
}

/// <summary>
/// A listing of a resource table, page by page (sagemaker-endpoints.md §1.4). A token contains the last row of the page, not a
/// position, so rows can be added and deleted between two pages. It also contains a fingerprint of the caller and of the other
/// parameters, and is valid only with the same ones. A default value and a parameter that is not given are the same.
/// </summary>
internal sealed record Listing<T>(IListInput Asked, Call Call)
    where T : class, IResource
{
    private const int DefaultPage = 10;

    /// <summary>The filter for the time of the last change.</summary>
    public TimeWindow Modified { get; init; } = TimeWindow.Any;

    /// <summary>The requested values of other filters; null for a filter that is not given.</summary>
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

    // A time with all its ticks, because two times within one second are different parameters.
    private static string? Print(object? value) =>
        value is DateTimeOffset at ? $"{at.UtcTicks}" : Convert.ToString(value, CultureInfo.InvariantCulture);
}
