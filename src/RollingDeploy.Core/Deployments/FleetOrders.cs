using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Changes the fleets to the targets of a step. A launch step only adds instances and a termination step only removes them, so
/// both can be repeated.
/// </summary>
internal static class FleetOrders
{
    public static void CarryOut(Deployable subject, Step order)
    {
        var variants = subject.Running!.Deployment.VariantNames;
        for (var i = 0; i < variants.Length; i++)
        {
            var old = subject.Current?.Find(variants[i]);
            var next = subject.Pending?.Find(variants[i]);
            CarryOut(subject, order.Kind, old, order.Targets[i].Old, FleetSide.Old);
            CarryOut(subject, order.Kind, next, order.Targets[i].New, FleetSide.New);
            if (order.Kind == StepKind.Shift && next is not null)
            {
                next.ActiveTarget = order.Targets[i].Active;
            }
        }

        if (order.Kind == StepKind.Shift)
        {
            subject.TrafficSettlesAt = Expect(subject, subject.Region.Timings.Activation);
            subject.Region.Tell(new SharesChanged(subject));
        }
    }

    private static void CarryOut(Deployable subject, StepKind kind, VariantFleet? fleet, int target, FleetSide side)
    {
        if (fleet is null)
        {
            return;
        }

        var failure = (side == FleetSide.Old ? subject.Current : subject.Pending)?.LaunchFailure;
        if (kind == StepKind.Launch && subject.Running!.Deployment.Replaces(side, failure))
        {
            Launch(subject, fleet, side, target - fleet.Live);
        }
        else if (kind == StepKind.Retire && fleet.Live > target)
        {
            var until = Expect(subject, subject.Region.Timings.Termination);
            fleet.Retire(target, newestFirst: side == FleetSide.New, until);
            FleetLog.WriteChanges(subject);
        }
    }

    /// <summary>Launches a number of instances or copies.</summary>
    public static void Launch(Deployable subject, VariantFleet fleet, FleetSide side, int count)
    {
        var region = subject.Region;
        var timings = region.Timings;
        var next = subject.BeginLaunch(fleet, side);
        for (var ordered = 0; ordered < count; ordered++)
        {
            fleet.Launches++;
            var terms = next();
            var takes = terms.Takes ?? (timings.Launch + region.Chance.Launches.UpTo(timings.LaunchJitter));
            var due = Expect(subject, terms.From - region.Now + takes);
            var spec = terms.Spec ?? fleet.Spec;
            var limit = terms.From + HealthCheck.Limit(subject.Region, spec);
            fleet.Add(new Instance(region.NextId("i"), spec, due)
            {
                PingDeadline = limit > due ? limit : due,
                Failure = terms.Failure,
                Stands = terms.Stands,
                Number = fleet.Launches,
            });
        }

        FleetLog.FleetsHaveChanged(subject);
    }

    /// <summary>Schedules the next check of the fleets after <paramref name="wait"/>, and returns its time.</summary>
    public static DateTimeOffset Expect(Deployable subject, TimeSpan wait)
    {
        var region = subject.Region;
        var due = region.Now + wait;
        if (subject.FleetDueAt != due)
        {
            // Instances that are due at the same time share one entry.
            subject.FleetDueAt = due;
            region.Schedule.Add(due, DueKind.Fleet, subject.Owner);
        }

        return due;
    }
}
