using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>A size in a deployment configuration, and the part of each variant that it must be.</summary>
/// <param name="Policy">The policy that it belongs to, as AWS names it.</param>
/// <param name="Member">Its name in that policy.</param>
/// <param name="Size">What was given; null where nothing was.</param>
/// <param name="Percent">The range, both ends inclusive.</param>
/// <param name="Range">The range in AWS's words, such as <c>between 5% and 50%</c>.</param>
internal sealed record SizeRule(string Policy, string Member, CapacitySize? Size, PercentRange Percent, string Range)
{
    /// <summary>A percentage that is out of range whatever the fleet.</summary>
    public bool IsBrokenByPercent => Size is { Type: CapacitySizeType.CapacityPercent } && !Size.IsWithin(Percent, 0);

    /// <summary>A count that is out of range for one of the variants.</summary>
    public bool IsBrokenBy(ImmutableArray<SizedVariant> variants) => variants.Any(each => !Size!.IsWithin(Percent, each.Count));

    /// <summary>The refusal, with what it comes to in this fleet.</summary>
    public AwsError OutOfRange(SizedFleet fleet, ImmutableArray<SizedVariant> variants) =>
        DeploymentConfigErrors.SizeOutOfRange(Policy, Member, Range, fleet.Whole, SizeHint.Of(this, fleet.Unit, variants));
}
