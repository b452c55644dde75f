namespace RollingDeploy.Core.Resources;

/// <summary>The orders in which resources are kept. The name comes last in each, so that every order is total.</summary>
public enum ResourceOrder
{
    /// <summary>By name, whatever its case.</summary>
    Name,

    /// <summary>By creation time.</summary>
    CreationTime,

    /// <summary>By status, then name.</summary>
    Status,

    /// <summary>
    /// By the time of the last change. No listing of AWS's has it; it is there to find those of a short time quickly.
    /// </summary>
    LastModifiedTime,
}

/// <summary>The key of a row in an order; keys compare ordinally.</summary>
internal static class ResourceKey
{
    private const char Part = '\n';

    public static string Of(ResourceOrder order, IResource resource)
    {
        var name = resource.Name.ToUpperInvariant();
        return order switch
        {
            ResourceOrder.Name => name,
            ResourceOrder.CreationTime => At(resource.CreationTime) + name,
            ResourceOrder.Status => $"{resource.StatusName}{Part}{name}",
            ResourceOrder.LastModifiedTime => At(resource.LastModifiedTime) + name,
        };
    }

    /// <summary>What the keys of everything at a moment begin with, and a bound below all of them.</summary>
    public static string At(DateTimeOffset moment) => $"{moment.UtcTicks:D19}{Part}";
}
