using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Benchmarks;

/// <summary>The memory that each of many equal things uses.</summary>
internal static class Memory
{
    private const int Count = 20_000;

    public static void Print()
    {
        Print("an alarm without data", Empty, Alarm);
        Print("a metric with a datapoint", Empty, Metric);
        Print("an endpoint of one instance, idle", () => Worlds.WithConfigs(1), Endpoint);
        Print("an update by two batches of four instances", Updated, Update);
    }

    private static World Empty() => new("000000000000", new WorldSettings());

    private static void Alarm(World world, int i) =>
        world.Apply(new PutMetricAlarm(Worlds.Region, $"alarm-{i}", Worlds.Alarm($"metric-{i}"), "{}"), world.Now);

    private static void Metric(World world, int i) =>
        world.Apply(new Core.Metrics.PutMetricData(Worlds.Region, [Worlds.Datum($"metric-{i}", 1)]), world.Now);

    private static void Endpoint(World world, int i) =>
        world.Apply(new CreateEndpoint(Worlds.Region, $"endpoint-{i}", "old"), world.Now);

    private static void Update(World world, int i) =>
        Worlds.Update(world, $"endpoint-{i}", batch: 2, bake: 60, "alarm-0");

    private static World Updated()
    {
        var world = Worlds.WithConfigs(instances: 4);
        Alarm(world, 0);
        for (var i = 0; i < Count; i++)
        {
            Endpoint(world, i);
        }

        world.RunUntil(world.Now.AddHours(1));
        return world;
    }

    private static void Print(string name, Func<World> build, Action<World, int> add)
    {
        var world = build();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++)
        {
            add(world, i);
        }

        world.RunUntil(world.Now.AddHours(1));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(FormattableString.Invariant($"{name}: {(after - before) / Count:N0} bytes"));
        GC.KeepAlive(world);
    }
}
