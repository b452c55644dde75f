namespace RollingDeploy.Core.Resources;

/// <summary>The sort orders of resources. The name is always the last criterion, so that no two resources are equal.</summary>
public enum ResourceOrder
{
    /// <summary>By name, ignoring case.</summary>
    Name,

    /// <summary>By creation time.</summary>
    CreationTime,

    /// <summary>By status, then name.</summary>
    Status,

    /// <summary>
    /// By the time of the last change. No listing of AWS has this order. It is used to find the resources of a short time
    /// quickly.
    /// </summary>
    LastModifiedTime,
}

/// <summary>Makes the keys of rows for a sort order. Keys are compared ordinally.</summary>
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

    /// <summary>Returns the beginning of all keys for a time. It sorts before all of them.</summary>
    public static string At(DateTimeOffset moment) => $"{moment.UtcTicks:D19}{Part}";
}
