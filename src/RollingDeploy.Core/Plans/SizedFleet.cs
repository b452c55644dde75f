using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Plans;

/// <summary>The sizes of variants that the sizes in a deployment configuration refer to.</summary>
/// <param name="Whole">The name of the total in AWS's messages.</param>
/// <param name="Unit">The name of a unit in RollingDeploy's messages: an instance or a copy.</param>
/// <param name="Variants">The desired size of each variant.</param>
internal sealed record SizedFleet(string Whole, string Unit, ImmutableArray<SizedVariant> Variants)
{
    /// <summary>The current size of each variant, which the batches of a rollback refer to.</summary>
    public ImmutableArray<SizedVariant> Present { get; private init; } = Variants;

    /// <summary>Returns the sizes for an update of an endpoint.</summary>
    public static SizedFleet Of(Fleet pending, Fleet current) =>
        OfInstances(Sizes(pending)) with { Present = [.. Sizes(current)] };

    /// <summary>Returns the sizes for an inference component.</summary>
    public static SizedFleet OfCopies(string component, int copies, int present) =>
        new("inference component's copy count", "copy", [new(component, copies)]) { Present = [new(component, present)] };

    /// <summary>Returns the sizes for a new endpoint.</summary>
    public static SizedFleet OfInstances(IEnumerable<SizedVariant> variants) => new("variant's total instance count", "instance", [.. variants]);

    private static IEnumerable<SizedVariant> Sizes(Fleet fleet) =>
        fleet.ProductionVariants.Select(variant => new SizedVariant(variant.Spec.VariantName, variant.Desired));
}

/// <summary>A variant and its number of instances.</summary>
internal readonly record struct SizedVariant(string Name, int Count);
