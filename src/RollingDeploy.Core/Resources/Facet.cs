namespace RollingDeploy.Core.Resources;

/// <summary>What resources can be picked by, where a listing has an <c>…Equals</c> for it.</summary>
public enum FacetKind
{
    /// <summary>The status.</summary>
    Status,

    /// <summary>The endpoint that hosts it.</summary>
    Endpoint,

    /// <summary>The endpoint's variant that hosts it.</summary>
    Variant,
}

/// <summary>A value that resources have in common.</summary>
public readonly record struct Facet(FacetKind Kind, string Value)
{
    /// <summary>Of everything in a status; null stays null.</summary>
    public static Facet? Status(string? status) => Of(FacetKind.Status, status);

    /// <summary>Of everything on an endpoint, whatever the case of its name; null stays null.</summary>
    public static Facet? Endpoint(string? name) => Of(FacetKind.Endpoint, name?.ToUpperInvariant());

    /// <summary>Of everything on variants of a name; null stays null.</summary>
    public static Facet? Variant(string? name) => Of(FacetKind.Variant, name);

    private static Facet? Of(FacetKind kind, string? value) => value is null ? null : new(kind, value);
}
