using System.Collections.Immutable;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>Plans as lines. What is expected is written by hand, from deployment-guardrails.md §5–7.</summary>
internal static class Lines
{
    /// <summary>The line of a plan for variants that keep or change their size.</summary>
    public static string Of(DeploymentConfig config, params (int Old, int New)[] variants) =>
        PlanFactory.Make(config, Sizes(variants), bakeAfterLastStep: false).ToString();

    /// <summary>The line of a plan for one variant that keeps its size.</summary>
    public static string Of(DeploymentConfig config, int size) => Of(config, (size, size));

    public static ImmutableArray<VariantSize> Sizes(params (int Old, int New)[] variants) =>
        [.. variants.Select(variant => new VariantSize(variant.Old, variant.New))];

    /// <summary>For example <c>Repeat(2, "shift 1 | bake 60s")</c> is <c>shift 1 | bake 60s | shift 1 | bake 60s</c>.</summary>
    public static string Repeat(int times, string line) => string.Join(" | ", Enumerable.Repeat(line, times));
}
