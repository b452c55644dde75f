using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Faults;

/// <summary>Where a fault occurs. All members that are set must match; null matches anything.</summary>
public sealed record FaultScope
{
    /// <summary>The name of the endpoint.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The name of the variant.</summary>
    public string? Variant { get; init; }

    /// <summary>The name of the inference component. A fault with this member affects copies and not instances.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>
    /// The side of the deployment that launches. A launch during a rollback is on the side <see cref="FleetSide.Old"/>.
    /// </summary>
    public FleetSide? Fleet { get; init; }

    /// <summary>The instance type, such as <c>ml.m5.large</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The number of the launch of a variant on that side in one deployment, counted from 1.</summary>
    public int? AtInstance { get; init; }

    /// <summary>The operation that is called, such as <c>DescribeEndpoint</c>. Only API faults have it.</summary>
    public string? Operation { get; init; }
}
