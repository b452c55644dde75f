using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Makes the fleets what a step wants. A launch only adds and a retirement only takes away, so either may be repeated.</summary>
internal static class FleetOrders
{
    public static void CarryOut(Endpoint endpoint, Step order)
    {
        var variants = endpoint.Sizes();
        for (var i = 0; i < variants.Length; i++)
        {
            var old = endpoint.Current?.Find(variants[i].Name);
            var next = endpoint.Pending?.Find(variants[i].Name);
            CarryOut(endpoint, order.Kind, old, order.Targets[i].Old, FleetSide.Old);
            CarryOut(endpoint, order.Kind, next, order.Targets[i].New, FleetSide.New);
            if (order.Kind == StepKind.Shift && next is not null)
            {
                next.Active = order.Targets[i].Active;
            }
        }

        if (order.Kind == StepKind.Shift)
        {
            endpoint.TrafficSettlesAt = Expect(endpoint, endpoint.Region.World.Settings.Timings.Activation);
        }
    }

    private static void CarryOut(Endpoint endpoint, StepKind kind, VariantFleet? fleet, int target, FleetSide side)
    {
        if (fleet is null)
        {
            return;
        }

        if (kind == StepKind.Launch && side == endpoint.Running!.Deployment.LaunchSide)
        {
            for (var missing = target - fleet.Live; missing > 0; missing--)
            {
                Launch(endpoint, fleet, side);
            }
        }
        else if (kind == StepKind.Retire && fleet.Live > target)
        {
            var until = Expect(endpoint, endpoint.Region.World.Settings.Timings.Termination);
            fleet.Retire(target, newestFirst: side == FleetSide.New, until);
        }
    }

    private static void Launch(Endpoint endpoint, VariantFleet fleet, FleetSide side)
    {
        var world = endpoint.Region.World;
        fleet.Launches++;
        var here = new FaultScope
        {
            Region = endpoint.Region.Name,
            Endpoint = endpoint.Name,
            Variant = fleet.Spec.VariantName,
            Fleet = side,
            InstanceType = fleet.Spec.InstanceType,
            AtInstance = fleet.Launches,
        };
        var timings = world.Settings.Timings;
        var due = Expect(endpoint, timings.Launch + world.Dice.UpTo(timings.LaunchJitter));
        fleet.Add(new Instance(world.NextId("i"), fleet.Spec, due)
        {
            Failure = world.Faults.Strikes(FaultKind.InsufficientCapacity, here) ? Faults.InsufficientCapacity : null,
        });
    }

    private static DateTimeOffset Expect(Endpoint endpoint, TimeSpan wait)
    {
        var world = endpoint.Region.World;
        var due = world.Now + wait;
        if (endpoint.FleetDueAt != due)
        {
            // One entry wakes a whole batch that is due together.
            endpoint.FleetDueAt = due;
            world.Schedule.Add(due, DueKind.Fleet, new Owner(endpoint.Region.Name, endpoint.Name));
        }

        return due;
    }
}
