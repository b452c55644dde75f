using System.Collections.Immutable;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Logs changes of instances and copies, and notifies the listeners.</summary>
internal static class FleetLog
{
    /// <summary>
    /// Logs changes and notifies the listeners. It is called after changes of instances, and when a deployment has begun or
    /// ended.
    /// </summary>
    public static void FleetsHaveChanged(Deployable subject)
    {
        WriteChanges(subject);
        subject.Region.Tell(new FleetsChanged(subject));
    }

    /// <summary>Logs changes. Equal changes in a variant are combined into one event.</summary>
    public static void WriteChanges(Deployable subject)
    {
        Write(subject, subject.Current, FleetSide.Old);
        Write(subject, subject.Pending, FleetSide.New);
    }

    private static void Write(Deployable subject, Fleet? fleet, FleetSide side)
    {
        if (fleet is not null)
        {
            foreach (var variant in fleet.Variants)
            {
                Write(subject, variant, side);
            }
        }
    }

    private static void Write(Deployable subject, VariantFleet variant, FleetSide side)
    {
        var changes = variant.Changes;
        while (changes.Count > 0)
        {
            var change = changes[0].Change;
            subject.Log(new InstancesChanged(variant.Spec.VariantName, side, change, IdsOf(changes, change)));
            changes.RemoveAll(each => each.Change == change);
        }
    }

    private static ImmutableArray<string> IdsOf(List<(InstanceChange Change, string Id)> changes, InstanceChange change)
    {
        var ids = ImmutableArray.CreateBuilder<string>(changes.Count);
        foreach (var each in changes)
        {
            if (each.Change == change)
            {
                ids.Add(each.Id);
            }
        }

        return ids.DrainToImmutable();
    }
}
