using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Faults;

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

    /// <summary>The operation that is called, such as <c>DescribeEndpoint</c>; only faults of the API itself have one.</summary>
    public string? Operation { get; init; }
}
