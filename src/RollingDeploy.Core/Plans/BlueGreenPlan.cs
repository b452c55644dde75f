using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Builds blue/green plans of all types (deployment-guardrails.md §6.1–6.3). The whole new fleet is launched. Then traffic is
/// shifted in one or more steps with a bake between them. After a last bake, the old fleet is terminated. All variants are
/// shifted together.
/// </summary>
internal static class BlueGreenPlan
{
    /// <param name="sizes">The sizes of the variants.</param>
    /// <param name="activeAfter">
    /// Returns the number of new instances that get traffic after shift k (from 1), for a full size.
    /// </param>
    /// <param name="waitInterval">The duration of the bake between two shifts, in seconds.</param>
    /// <param name="lastBakes">The durations of the bakes after the last shift, in seconds.</param>
    public static Plan Build(
        ImmutableArray<VariantSize> sizes, Func<int, int, int> activeAfter, int waitInterval, params ReadOnlySpan<int> lastBakes)
    {
        var plan = new PlanBuilder([.. sizes.Select(size => new Target(size.Old, 0, 0))]);
        plan.Launch((target, i) => target with { New = sizes[i].New });
        for (var k = 1; k == 1 || sizes.Any(size => activeAfter(size.New, k - 1) < size.New); k++)
        {
            var shift = k;
            if (shift > 1)
            {
                plan.Bake(waitInterval);
            }

            plan.Shift((target, i) => target with { Active = activeAfter(sizes[i].New, shift) });
        }

        foreach (var seconds in lastBakes)
        {
            plan.Bake(seconds);
        }

        return plan.Retire((target, _) => target with { Old = 0 }).Build();
    }
}
