namespace RollingDeploy.Core.Fleets;

/// <summary>What goes wrong on purpose.</summary>
public enum FaultKind
{
    /// <summary>An instance that is ordered cannot be had.</summary>
    InsufficientCapacity,
}

/// <summary>One side of a deployment.</summary>
public enum FleetSide
{
    /// <summary>What serves now: "blue".</summary>
    Old,

    /// <summary>What is being deployed: "green".</summary>
    New,
}

/// <summary>Where a fault strikes: every member narrows, null means any.</summary>
public sealed record FaultScope
{
    /// <summary>The endpoint's name.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The variant's name.</summary>
    public string? Variant { get; init; }

    /// <summary>The inference component's name; a fault that has it strikes copies and not instances.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>The side that launches; capacity lost in a rollback is <see cref="FleetSide.Old"/>.</summary>
    public FleetSide? Fleet { get; init; }

    /// <summary>Such as <c>ml.m5.large</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The n-th launch of a variant on that side in one deployment, from 1.</summary>
    public int? AtInstance { get; init; }
}

/// <summary>A fault that was asked for.</summary>
/// <param name="Id">Unique within its world.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Scope">Where.</param>
/// <param name="Times">How often at most; null without end.</param>
public sealed record Fault(string Id, FaultKind Kind, FaultScope Scope, int? Times)
{
    /// <summary>How often it struck.</summary>
    public int Hits { get; internal set; }

    internal bool Strikes(FaultKind kind, FaultScope here) =>
        Kind == kind
        && Hits < (Times ?? int.MaxValue)
        && Fits(Scope.Endpoint, here.Endpoint)
        && Fits(Scope.Variant, here.Variant)
        && Fits(Scope.InferenceComponent, here.InferenceComponent)
        && Fits(Scope.InstanceType, here.InstanceType)
        && (Scope.Fleet is null || Scope.Fleet == here.Fleet)
        && (Scope.AtInstance is null || Scope.AtInstance == here.AtInstance);

    private static bool Fits(string? asked, string? here) =>
        asked is null || string.Equals(asked, here, StringComparison.OrdinalIgnoreCase);
}
