using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Instances and copies that crash in service, because a fault says so.</summary>
internal static class Crashes
{
    /// <summary>A fault was asked for. A crash that need not wait strikes at once.</summary>
    public static void Asked(Region region, Fault fault)
    {
        if (fault is { Kind: FaultKind.InstanceCrash, IsPending: true })
        {
            StrikeAll(region);
        }
    }

    /// <summary>A crash strikes what is in service now, as often as it may.</summary>
    public static void StrikeAll(Region region)
    {
        foreach (var subject in region.Deployables)
        {
            FleetGuard.Run(subject, StrikeAndLook);
        }
    }

    /// <summary>What came into service may be what a fault was waiting for. Returns whether anything crashed.</summary>
    public static bool Strike(Deployable subject) =>
        subject.Region.Faults.HasPending(FaultKind.InstanceCrash)
        && (Strike(subject, subject.Current, FleetSide.Old) | Strike(subject, subject.Pending, FleetSide.New));

    private static void StrikeAndLook(Deployable subject)
    {
        if (Strike(subject))
        {
            FleetLog.FleetsHaveChanged(subject);
            DeploymentRunner.Wake(subject);
            Replacement.Look(subject);
        }
    }

    private static bool Strike(Deployable subject, Fleet? fleet, FleetSide side)
    {
        var crashed = fleet?.Variants.SelectMany(variant => Victims(subject, variant, side)).ToList() ?? [];
        foreach (var (variant, instance) in crashed)
        {
            variant.Crash(instance);
            JournalWriter.Write(subject, subject.Deployments[^1], Describe.Crashed(instance));
        }

        return crashed.Count > 0;
    }

    private static IEnumerable<(VariantFleet Variant, Instance Instance)> Victims(
        Deployable subject, VariantFleet variant, FleetSide side)
    {
        foreach (var instance in variant.Instances.Where(instance => instance.State == InstanceState.InService))
        {
            var here = subject.Place with
            {
                Variant = variant.Spec.VariantName,
                Fleet = side,
                InstanceType = instance.Spec.InstanceType ?? subject.Place.InstanceType,
                AtInstance = instance.Number,
            };
            if (subject.Region.Faults.Strike(FaultKind.InstanceCrash, here) is not null)
            {
                yield return (variant, instance);
            }
        }
    }
}
