using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Launches replacements of crashed instances while no deployment runs. During a deployment, the planner does this. Failed
/// launches are repeated as long as instances are missing.
/// </summary>
internal static class Replacement
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Launches missing instances or copies.</summary>
    public static void Look(Deployable subject)
    {
        if (subject.Running is not null || !subject.IsServing)
        {
            return;
        }

        var hasFailed = Sides(subject).Aggregate(false, (failed, each) => each.Fleet.TakeLaunchFailure() || failed);
        var missing = Sides(subject)
            .SelectMany(each => each.Fleet.Variants.Select(variant => (each.Side, Variant: variant)))
            .Where(each => each.Variant.Live < each.Variant.Strength)
            .ToList();
        if (missing.Count > 0)
        {
            Order(subject, missing, hasFailed);
        }
        else if (subject.IsShort && Sides(subject).All(each => each.Fleet.Variants.All(IsWhole)))
        {
            subject.IsShort = false;
            Write(subject, new JournalLine("replaced", $"All {subject.Deployments[^1].Deployment.Facts.Plural} are in service again."));
        }
    }

    private static void Order(Deployable subject, List<(FleetSide Side, VariantFleet Variant)> missing, bool hasFailed)
    {
        if (hasFailed)
        {
            subject.ReplaceAt = FleetOrders.Expect(subject, RetryAfter);
        }

        if (subject.ReplaceAt > subject.Region.Now)
        {
            return;
        }

        subject.ReplaceAt = null;
        foreach (var (side, variant) in missing)
        {
            FleetOrders.Launch(subject, variant, side, variant.Strength - variant.Live);
        }

        // The line is written once until all are in service again. Otherwise repeated failures would fill the journal.
        if (!subject.IsShort)
        {
            subject.IsShort = true;
            Write(subject, Describe.Relaunched);
        }
    }

    private static bool IsWhole(VariantFleet variant) => variant.InService >= variant.Strength;

    private static IEnumerable<(Fleet Fleet, FleetSide Side)> Sides(Deployable subject)
    {
        if (subject.Current is { } current)
        {
            yield return (current, FleetSide.Old);
        }

        if (subject.Pending is { } pending)
        {
            yield return (pending, FleetSide.New);
        }
    }

    private static void Write(Deployable subject, JournalLine line) =>
        JournalWriter.Write(subject, subject.Deployments[^1], line);
}
