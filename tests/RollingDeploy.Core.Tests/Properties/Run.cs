using System.Text.Json;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>Carries a case out, event by event.</summary>
internal static class Run
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(2);

    /// <summary>Runs both updates; <paramref name="ended"/> sees the world after each. Returns every journal, as JSON.</summary>
    public static string Of(Case shape, bool check = true, Action<TestWorld, Update>? ended = null)
    {
        var world = new TestWorld(new WorldSettings { Seed = shape.Seed, Timings = shape.Timings });
        Config(world, "v1", shape.Sizes).Create("v1");
        CarryOut(world, "v2", shape.First, check);
        ended?.Invoke(world, shape.First);
        CarryOut(world, "v3", shape.Second, check);
        ended?.Invoke(world, shape.Second);
        return JsonSerializer.Serialize(world.Endpoint.Deployments.Select(record => record.Journal));
    }

    private static void CarryOut(TestWorld world, string config, Update update, bool check)
    {
        Config(world, config, update.Sizes).Alarm("bad").SetAlarm("bad", AlarmState.Ok);
        var fault = update.Shortage is { } shortage ? Add(world, shortage) : null;
        world.Update(config, update.Config);
        var invariants = Invariants.Of(world);
        foreach (var (after, act) in Acts(world, update.Trip))
        {
            RunUntil(world, world.Deployment.StartedAt.AddMilliseconds(after), check ? invariants : null);
            act();
        }

        RunUntil(world, world.World.Now + LongEnough, check ? invariants : null)
            .Should().BeTrue("it ends: {0}", string.Join(", ", world.Timeline.TakeLast(6)));
        if (fault is not null)
        {
            world.Apply(new RemoveFault(TestWorld.RegionName, fault.Id));
        }
    }

    private static bool RunUntil(TestWorld world, DateTimeOffset until, Invariants? invariants) =>
        world.World.RunUntil(until, now =>
        {
            invariants?.Check();
            return now.InTransition == 0;
        });

    private static IEnumerable<(int After, Action Act)> Acts(TestWorld world, Trip? trip) => trip switch
    {
        null => [],
        { Delete: true } => [(trip.AfterMilliseconds, () => world.Apply(new DeleteAlarms(TestWorld.RegionName, ["bad"])))],
        _ =>
        [
            (trip.AfterMilliseconds, () => world.SetAlarm("bad", AlarmState.Alarm)),
            (trip.AfterMilliseconds + trip.ForMilliseconds, () => world.SetAlarm("bad", AlarmState.Ok)),
        ],
    };

    private static TestWorld Config(TestWorld world, string name, string sizes) =>
        world.Config(name, [.. Case.Parse(sizes).Select((size, i) => ($"variant{i}", size))]);

    private static Fault Add(TestWorld world, Shortage shortage) => world.Apply(new AddFault(
        TestWorld.RegionName,
        FaultKind.InsufficientCapacity,
        new() { Fleet = shortage.Side, AtInstance = shortage.AtInstance },
        shortage.Times));
}
