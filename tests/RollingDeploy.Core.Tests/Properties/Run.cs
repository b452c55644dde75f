using System.Text.Json;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>Carries a case out, event by event.</summary>
internal static class Run
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(2);
    private static readonly Uri Server = new("http://127.0.0.1:8080");

    /// <summary>
    /// Runs both updates; <paramref name="ended"/> sees the world after each, and <paramref name="rested"/> long after, when its
    /// faults are gone. Returns every journal, as JSON, and every event.
    /// </summary>
    public static string Of(
        Case shape, bool check = true, Action<TestWorld, Update>? ended = null, Action<TestWorld>? rested = null,
        bool isEager = false)
    {
        var world = new TestWorld(new WorldSettings { Seed = shape.Seed, Timings = shape.Timings, IsEager = isEager });
        Config(world, "v1", shape.Sizes).Create("v1");
        foreach (var (config, update) in (ReadOnlySpan<(string, Update)>)[("v2", shape.First), ("v3", shape.Second)])
        {
            CarryOut(world, config, update, check);
            ended?.Invoke(world, update);
            Rest(world);
            rested?.Invoke(world);
        }

        return JsonSerializer.Serialize(world.Endpoint.Deployments.Select(record => record.Journal))
            + string.Join('\n', world.World.Log.After(0, int.MaxValue).Select(it => $"{it.At:O} {it.Subject} {it.Data.Sentence}"));
    }

    private static void CarryOut(TestWorld world, string config, Update update, bool check)
    {
        Config(world, config, update.Sizes).Alarm("bad").SetAlarm("bad", AlarmState.Ok);
        foreach (var mishap in update.Mishaps.Where(mishap => mishap.AfterMilliseconds == 0))
        {
            Add(world, mishap);
        }

        if (update.Flaps.Length > 0)
        {
            world.Apply(new PutBehavior(TestWorld.RegionName, "m", new ModelBehavior { ForwardTo = Server }));
            Report(world, isWell: true);
        }

        world.Update(config, update.Config);
        var invariants = Invariants.Of(world);
        foreach (var (after, act) in Acts(world, update).OrderBy(act => act.After))
        {
            RunUntil(world, world.Deployment.StartedAt.AddMilliseconds(after), check ? invariants : null);
            act();
            invariants.Acted();
        }

        RunUntil(world, world.World.Now + LongEnough, check ? invariants : null)
            .Should().BeTrue("it ends: {0}", string.Join(", ", world.Timeline.TakeLast(6)));
    }

    private static void Rest(TestWorld world)
    {
        foreach (var fault in world.Region.Faults.All.ToList())
        {
            world.Apply(new RemoveFault(TestWorld.RegionName, fault.Id));
        }

        Report(world, isWell: true);

        // Without a fault, what has crashed is made good: at the latest when it has been given up once more, and asked for again.
        world.World.RunUntil(world.World.Now.AddHours(2));
    }

    private static bool RunUntil(TestWorld world, DateTimeOffset until, Invariants? invariants) =>
        world.World.RunUntil(until, now =>
        {
            invariants?.Check();
            return now.InTransition == 0;
        });

    private static IEnumerable<(int After, Action Act)> Acts(TestWorld world, Update update) =>
    [
        .. Acts(world, update.Trip),
        .. update.Flaps.Select(flap => (flap.AfterMilliseconds, (Action)(() => Report(world, flap.IsWell)))),
        .. update.Mishaps.Where(mishap => mishap.AfterMilliseconds > 0)
            .Select(mishap => (mishap.AfterMilliseconds, (Action)(() => Add(world, mishap)))),
    ];

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

    private static void Report(TestWorld world, bool isWell) =>
        world.Apply(new ReportHealth(TestWorld.RegionName, Server, isWell));

    private static void Add(TestWorld world, Mishap mishap) =>
        world.Fault(mishap.Kind, new() { Fleet = mishap.Side, AtInstance = mishap.AtInstance }, mishap.Times, seconds: 90);
}
