using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Quotas;

/// <summary>Calculates the number of instances of each type that a plan needs.</summary>
internal sealed record InstanceDemand(Plan Plan, ImmutableArray<string> VariantNames, Fleet? Current, Fleet? Pending)
{
    /// <summary>The instance types in both fleets.</summary>
    public IEnumerable<string> InstanceTypes => new[] { Current, Pending }
        .OfType<Fleet>()
        .SelectMany(fleet => fleet.Variants)
        .Select(variant => variant.Spec.InstanceType)
        .OfType<string>()
        .Distinct(StringComparer.OrdinalIgnoreCase);

    public int AtStart(string instanceType) => Count(Plan.Start, instanceType);

    public int Peak(string instanceType) =>
        Plan.Steps.Select(step => Count(step.Targets, instanceType)).Append(AtStart(instanceType)).Max();

    private int Count(ImmutableArray<Target> targets, string instanceType) => targets
        .Select((target, i) =>
            (Is(Current, VariantNames[i], instanceType) ? target.Old : 0) + (Is(Pending, VariantNames[i],
                instanceType) ? target.New : 0))
        .Sum();

    private static bool Is(Fleet? fleet, string variantName, string instanceType) =>
        string.Equals(fleet?.Find(variantName)?.Spec.InstanceType, instanceType, StringComparison.OrdinalIgnoreCase);
}
