using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>A size in a deployment configuration, and its valid range.</summary>
/// <param name="Policy">AWS's name of the policy.</param>
/// <param name="Member">The name of the member in the policy.</param>
/// <param name="Size">The given size; null if none was given.</param>
/// <param name="Percent">The range in percent. Both ends are inclusive.</param>
/// <param name="Range">The range in AWS's message, such as <c>between 5% and 50%</c>.</param>
internal sealed record SizeRule(string Policy, string Member, CapacitySize? Size, PercentRange Percent, string Range)
{
    /// <summary>Whether the size is a percentage that is out of range.</summary>
    public bool IsBrokenByPercent => Size is { Type: CapacitySizeType.CapacityPercent } && !Size.IsWithin(Percent, 0);

    /// <summary>Returns whether the size is a number of instances that is out of range for one of the variants.</summary>
    public bool IsBrokenBy(ImmutableArray<SizedVariant> variants) => variants.Any(each => !Size!.IsWithin(Percent, each.Count));

    /// <summary>Makes the error, with a hint for this fleet.</summary>
    public AwsError OutOfRange(SizedFleet fleet, ImmutableArray<SizedVariant> variants) =>
        DeploymentConfigErrors.SizeOutOfRange(Policy, Member, Range, fleet.Whole, SizeHint.Of(this, fleet.Unit, variants));
}
