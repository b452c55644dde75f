namespace RollingDeploy.Core.Resources;

/// <summary>The orders in which resources can be listed. The name comes last in each, so that every order is total.</summary>
public enum ResourceOrder
{
    /// <summary>By name, whatever its case.</summary>
    Name,

    /// <summary>By creation time.</summary>
    CreationTime,

    /// <summary>By status, then name.</summary>
    Status,

    /// <summary>By status, then creation time: for listings of one status.</summary>
    StatusThenCreationTime,
}

/// <summary>The key of a row in an order; keys compare ordinally.</summary>
public static class ResourceKey
{
    private const char Part = '\n';

    /// <summary>The key of a resource.</summary>
    public static string Of(ResourceOrder order, string name, DateTimeOffset created, string status)
    {
        ArgumentNullException.ThrowIfNull(name);
        var upper = name.ToUpperInvariant();
        return order switch
        {
            ResourceOrder.Name => upper,
            ResourceOrder.CreationTime => At(created) + upper,
            ResourceOrder.Status => In(status) + upper,
            _ => In(status) + At(created) + upper,
        };
    }

    /// <summary>What the keys of everything made at a moment begin with, and a bound below all of them.</summary>
    public static string At(DateTimeOffset moment) => $"{moment.UtcTicks:D19}{Part}";

    /// <summary>What the keys of everything in a status begin with, and a bound below all of them.</summary>
    public static string In(string status) => $"{status}{Part}";

    /// <summary>A bound above every key that begins with <paramref name="prefix"/>.</summary>
    public static string After(string prefix) => prefix + char.MaxValue;
}

/// <summary>A resource and its key in an order.</summary>
public readonly record struct Row<T>(string Key, T Resource)
{
    internal static readonly Comparer<Row<T>> ByKey =
        Comparer<Row<T>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));
}
