using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Lets instances and copies in service crash because of faults.</summary>
internal static class Crashes
{
    /// <summary>Lets matching instances crash at once after a crash fault was added, unless it waits for a moment.</summary>
    public static void Asked(Region region, Fault fault)
    {
        if (fault is { Kind: FaultKind.InstanceCrash, IsPending: true })
        {
            StrikeAll(region);
        }
    }

    /// <summary>Lets matching instances in service crash, up to the maximum number of the fault.</summary>
    public static void StrikeAll(Region region)
    {
        foreach (var subject in region.Deployables)
        {
            FleetGuard.Run(subject, StrikeAndLook);
        }
    }

    /// <summary>Lets matching instances crash after instances came into service. Returns whether any crashed.</summary>
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
