using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Plans;

/// <summary>What the sizes of a deployment configuration are parts of.</summary>
/// <param name="Whole">The whole, in AWS's messages.</param>
/// <param name="Unit">One part of it, in ours: an instance or a copy.</param>
/// <param name="Variants">How many each variant is to have.</param>
internal sealed record SizedFleet(string Whole, string Unit, ImmutableArray<SizedVariant> Variants)
{
    /// <summary>How many each variant has now: a rollback's batches are parts of that.</summary>
    public ImmutableArray<SizedVariant> Present { get; private init; } = Variants;

    /// <summary>Of an endpoint that is updated.</summary>
    public static SizedFleet Of(Fleet pending, Fleet current) =>
        OfInstances(Sizes(pending)) with { Present = [.. Sizes(current)] };

    /// <summary>Of an inference component.</summary>
    public static SizedFleet OfCopies(string component, int copies, int present) =>
        new("inference component's copy count", "copy", [new(component, copies)]) { Present = [new(component, present)] };

    /// <summary>Of an endpoint that is made.</summary>
    public static SizedFleet OfInstances(IEnumerable<SizedVariant> variants) => new("variant's total instance count", "instance", [.. variants]);

    private static IEnumerable<SizedVariant> Sizes(Fleet fleet) =>
        fleet.ProductionVariants.Select(variant => new SizedVariant(variant.Spec.VariantName, variant.Desired));
}

/// <summary>A variant and how many instances it has.</summary>
internal readonly record struct SizedVariant(string Name, int Count);
