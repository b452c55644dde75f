using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// What all blue/green ways share (deployment-guardrails.md §6.1–6.3): the whole new fleet is launched, traffic moves in one
/// or more shifts with a bake between them, a last bake, and the old fleet goes. All variants move together.
/// </summary>
internal static class BlueGreenPlan
{
    /// <param name="sizes">The variants.</param>
    /// <param name="activeAfter">Instances of the new fleet that take traffic after shift k (from 1), for a full size.</param>
    /// <param name="waitInterval">Seconds of the bake between two shifts.</param>
    /// <param name="lastBakes">Seconds of each bake after the last shift.</param>
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
