using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Writes down what has become of instances and copies, and tells of it.</summary>
internal static class FleetLog
{
    /// <summary>Instances have come or gone, or a deployment has begun or ended.</summary>
    public static void FleetsHaveChanged(Deployable subject)
    {
        WriteChanges(subject);
        subject.Region.Tell(new FleetsChanged(subject));
    }

    /// <summary>Those of one variant that have changed together are one event.</summary>
    public static void WriteChanges(Deployable subject)
    {
        Write(subject, subject.Current, FleetSide.Old);
        Write(subject, subject.Pending, FleetSide.New);
    }

    private static void Write(Deployable subject, Fleet? fleet, FleetSide side)
    {
        foreach (var variant in fleet?.Variants ?? [])
        {
            foreach (var alike in variant.TakeChanges()?.GroupBy(each => each.Change) ?? [])
            {
                subject.Log(new InstancesChanged(variant.Spec.VariantName, side, alike.Key, [.. alike.Select(each => each.Id)]));
            }
        }
    }
}
