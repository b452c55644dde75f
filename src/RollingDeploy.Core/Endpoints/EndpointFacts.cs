using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Endpoints;

/// <summary>A variant of an endpoint at the moment of an event.</summary>
/// <param name="Name">The name.</param>
/// <param name="CurrentWeight">The weight; null for a variant of inference components, as are the desired weights.</param>
/// <param name="DesiredWeight">The weight that it will have.</param>
/// <param name="CurrentInstances">The number of instances; null for a serverless variant, as are the desired ones.</param>
/// <param name="DesiredInstances">The number of instances that it will have.</param>
public readonly record struct VariantFacts(
    string Name, float? CurrentWeight, float? DesiredWeight, int? CurrentInstances, int? DesiredInstances)
{
    internal static VariantFacts OfCurrent(VariantFleet variant) =>
        Of(variant, variant.Weight, variant.DesiredWeight, variant.Present);

    internal static VariantFacts OfPending(VariantFleet variant) =>
        Of(variant, variant.Active > 0 ? variant.Weight : 0, variant.Weight, variant.Active);

    private static VariantFacts Of(VariantFleet variant, float weight, float desired, int instances)
    {
        var (hasWeight, hasInstances) = (variant.Spec.ModelName is not null, !variant.Spec.IsServerless);
        return new(
            variant.Spec.VariantName,
            hasWeight ? weight : null,
            hasWeight ? desired : null,
            hasInstances ? instances : null,
            hasInstances ? variant.Desired : null);
    }
}

/// <summary>A fleet of an endpoint at the moment of an event, without its shadow variants.</summary>
/// <param name="ConfigName">The endpoint configuration.</param>
/// <param name="StartedAt">When its deployment began.</param>
/// <param name="Variants">The production variants.</param>
public sealed record FleetFacts(string ConfigName, DateTimeOffset StartedAt, ImmutableArray<VariantFacts> Variants)
{
    internal static FleetFacts? Of(Fleet? fleet, Func<VariantFleet, VariantFacts> describe) => fleet is null
        ? null
        : new(fleet.ConfigName, fleet.CreatedAt, [.. fleet.ProductionVariants.Select(describe)]);
}

/// <summary>An endpoint at the moment of an event.</summary>
public sealed record EndpointFacts : EventFacts
{
    private const int WeightOfAVariant = 40;

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The current endpoint configuration. During an update, it is the old one.</summary>
    public required string ConfigName { get; init; }

    /// <summary>The status.</summary>
    public required EndpointStatus Status { get; init; }

    /// <summary>Why the last creation or update failed; null if it did not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>When its status last changed.</summary>
    public required DateTimeOffset LastModifiedTime { get; init; }

    /// <summary>The tags.</summary>
    public required ImmutableArray<Tag> Tags { get; init; }

    /// <summary>The current fleet; null until the first deployment has succeeded.</summary>
    public FleetFacts? Current { get; init; }

    /// <summary>The fleet that is being deployed; null if there is none.</summary>
    public FleetFacts? Pending { get; init; }

    /// <summary>The running deployment; null if there is none.</summary>
    public Deployment? Deployment { get; init; }

    /// <summary>Whether it uses a feature that deployment guardrails exclude.</summary>
    public bool IsExcluded { get; init; }

    /// <inheritdoc/>
    internal override int Weight =>
        WeightOfAVariant * ((Current?.Variants.Length ?? 0) + (Pending?.Variants.Length ?? 0));

    internal static EndpointFacts Of(Endpoint endpoint)
    {
        var arn = endpoint.Arn;
        return new()
        {
            Arn = arn,
            ConfigName = endpoint.ConfigName,
            Status = endpoint.Status,
            FailureReason = endpoint.FailureReason,
            CreationTime = endpoint.CreationTime,
            LastModifiedTime = endpoint.LastModifiedTime,
            Tags = endpoint.Region.Tags.Of(arn),
            Current = FleetFacts.Of(endpoint.Current, VariantFacts.OfCurrent),
            Pending = FleetFacts.Of(endpoint.Pending, VariantFacts.OfPending),
            Deployment = endpoint.Running?.Deployment,
            IsExcluded = endpoint.Fleets.Any(Exclusions.Excludes),
        };
    }
}
