namespace RollingDeploy.Core.Resources;

/// <summary>The properties by which listings can filter resources (<c>…Equals</c>).</summary>
public enum FacetKind
{
    /// <summary>The status.</summary>
    Status,

    /// <summary>The endpoint that hosts it.</summary>
    Endpoint,

    /// <summary>The variant that hosts it.</summary>
    Variant,
}

/// <summary>A value of a property, for filters.</summary>
public readonly record struct Facet(FacetKind Kind, string Value)
{
    /// <summary>Returns the filter for a status; null for null.</summary>
    public static Facet? Status(string? status) => Of(FacetKind.Status, status);

    /// <summary>Returns the filter for the name of an endpoint, which is not case-sensitive; null for null.</summary>
    public static Facet? Endpoint(string? name) => Of(FacetKind.Endpoint, name?.ToUpperInvariant());

    /// <summary>Returns the filter for the name of a variant; null for null.</summary>
    public static Facet? Variant(string? name) => Of(FacetKind.Variant, name);

    private static Facet? Of(FacetKind kind, string? value) => value is null ? null : new(kind, value);
}
