using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Guards;

/// <summary>One kind of owner of work, of which one has a defect.</summary>
/// <param name="Arranges">Makes what works, and its neighbour.</param>
/// <param name="Breaks">Whose work has the defect.</param>
/// <param name="Works">Has both work.</param>
/// <param name="HasWorked">Whether one of them, by its name, has done what it was to do.</param>
/// <param name="Revives">Puts the one with the defect again.</param>
internal sealed record GuardedCase(
    Action<GuardedWorld> Arranges,
    Func<GuardedWorld, Func<Owner, bool>> Breaks,
    Action<GuardedWorld> Works,
    Func<GuardedWorld, string, bool> HasWorked,
    Action<GuardedWorld> Revives)
{
    private const string RegionName = TestWorld.RegionName;

    public static readonly IReadOnlyDictionary<string, GuardedCase> All = new Dictionary<string, GuardedCase>
    {
        ["a metric alarm of a round"] = new(
            world => Each(world.Watches),
            _ => Named(OwnerType.MetricAlarm),
            world => world.Errs(),
            (world, name) => world.StateOf(name) == AlarmState.Alarm,
            world => world.Watches("bad")),
        ["a composite alarm"] = new(
            world =>
            {
                world.IsSetByHand("child");
                Each(name => world.Composes(name, "ALARM(child)"));
            },
            _ => Named(OwnerType.CompositeAlarm),
            world => world.Stage.SetAlarm("child", AlarmState.Alarm),
            (world, name) => world.StateOf(name) == AlarmState.Alarm,
            world => world.Composes("bad", "ALARM(child)")),
        ["actions that are kept back"] = new(
            world =>
            {
                world.IsSetByHand("child");
                world.IsSetByHand("suppressor");
                Each(name => world.Composes(name, "ALARM(child)", "suppressor"));
                world.Stage.SetAlarm("child", AlarmState.Alarm);
            },
            _ => Named(OwnerType.CompositeAlarm),
            world => world.Advance(120),
            (world, name) => world.ActionsOf(name) > 0,
            world => world.Composes("bad", "ALARM(child)", "suppressor")),
        ["the metrics of an endpoint"] = new(
            world => world.Serves("bad", "good"),
            _ => Named(OwnerType.EndpointMeter),
            world => world.Advance(120),
            (world, name) => world.NewestOf(name) >= world.World.Now.AddSeconds(-120),
            world => world.Apply(new PutTraffic(RegionName, "bad", null))),
        ["the metrics of an endpoint that is updated"] = new(
            world => world.Serves("bad", "good"),
            _ => Named(OwnerType.EndpointMeter),
            world => world.Advance(120),
            (world, name) => world.NewestOf(name) >= world.World.Now.AddSeconds(-120),
            world => world.Updates("bad")),
        ["a scaling policy"] = new(
            world =>
            {
                world.Serves("good");
                world.Registers("good");
                string[] policies = [world.Steps("good", "good", by: 1), world.Steps("good", "bad", by: 3)];
                world.Watches("errors", policies);
            },
            world => IsPolicy("bad"),
            world => world.Errs().Advance(300),
            (world, name) => world.CapacityOf("good") > (name == "good" ? 2 : 4),
            world => world.Steps("good", "bad", by: 3)),
        ["a scheduled action"] = new(
            world =>
            {
                world.Serves("good");
                world.Registers("good");
                Each(name => world.Schedules("good", name));
            },
            _ => owner => owner.Type == OwnerType.ScheduledAction
                && owner.Name.EndsWith("scheduledActionName/bad", StringComparison.Ordinal),
            world => world.Advance(120),
            (world, name) => world.Region.Scaling.Activities.At(world.World.Now).Any(
                each => each.Cause == $"scheduled action name {name} was triggered" && each.StartedAt > world.World.Now.AddSeconds(-120)),
            world => world.Schedules("good", "bad")),
        ["a scalable target"] = new(
            world =>
            {
                world.Serves("bad", "good");
                Each(world.Registers);
                string[] policies = [world.Steps("bad", "p", by: 1), world.Steps("good", "p", by: 1)];
                world.Watches("errors", policies);
            },
            world =>
            {
                var id = world.Region.Scaling.Find(GuardedWorld.Variant("bad"))!.Id;
                return owner => owner.Type == OwnerType.ScalableTarget && owner.Name == id;
            },
            world => world.Errs().Advance(300),
            (world, name) => world.CapacityOf(name) > 2,
            world => world.Registers("bad")),
        ["the fleet of an endpoint"] = new(
            world => world.Serves("bad", "good"),
            _ => Named(OwnerType.Endpoint),
            world =>
            {
                Each(name => world.Apply(new AddFault(RegionName, FaultKind.InstanceCrash, new() { Endpoint = name }, 1)));
                world.Advance(30);
            },
            (world, name) => world.Endpoint(name).Deployments.SelectMany(each => each.Journal).Any(entry => entry.Event == "replaced")
                || world.Endpoint(name).Deployments.Count > 1,
            world => world.Updates("bad")),
        ["a deployment of an endpoint"] = new(
            world => world.Serves("bad", "good"),
            _ => Named(OwnerType.Endpoint),
            world => Update(world, "bad", "good"),
            (world, name) => world.Endpoint(name).ConfigName == "v2",
            _ => { }),
        ["a deployment of an inference component"] = new(
            world => world.Hosts("bad", "good"),
            _ => Named(OwnerType.InferenceComponent),
            world =>
            {
                Each(world.UpdatesComponent);
                world.Advance(300);
            },
            (world, name) => world.Component(name).Deployments[^1].Deployment.Status == DeploymentStatus.Succeeded,
            _ => { }),
    };

    private static void Update(GuardedWorld world, params string[] endpoints)
    {
        foreach (var name in endpoints)
        {
            world.Updates(name);
        }

        world.Advance(300);
    }

    private static void Each(Action<string> makes)
    {
        makes("bad");
        makes("good");
    }

    private static void Each(Action<string, string[]> makes) => Each(name => makes(name, []));

    private static Func<Owner, bool> Named(OwnerType type) => owner => owner.Type == type && owner.Name == "bad";

    private static Func<Owner, bool> IsPolicy(string name) =>
        owner => owner.Type == OwnerType.ScalingPolicy && owner.Name.EndsWith($"policyName/{name}", StringComparison.Ordinal);
}
