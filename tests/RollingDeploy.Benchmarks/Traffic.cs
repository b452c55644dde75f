using RollingDeploy.Core;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// Synthetic traffic: eight virtual hours of 10,000 requests a second, in service and while an update moves it.
/// </summary>
internal static class Traffic
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(8);

    public static void Print()
    {
        Bench.Print("eight hours of 10,000 requests a second to three instances", () => Prepare(10_000), Run);
        Bench.Print("eight hours of 10 requests a second to three instances", () => Prepare(10), Run);
        Bench.Print("eight hours of 10,000 requests a second, an instance replaced every 20 minutes", Rolling, Run);
        Bench.Print("an hour of 10 requests a second to each of 1,000 endpoints of four instances", PrepareMany, RunMany);
    }

    private static World Rolling() => Worlds.Update(Prepare(10_000, instances: 20), "endpoint", batch: 1, bake: 1200);

    private static World Prepare(double requestsPerSecond, int instances = 3)
    {
        var world = Worlds.WithConfigs(instances);
        Worlds.Create(world, "endpoint");
        world.Apply(new PutTraffic(Worlds.Region, "endpoint", new TrafficPattern(requestsPerSecond)), world.Now);
        return world;
    }

    private static World PrepareMany()
    {
        var world = Worlds.WithConfigs(instances: 4);
        for (var i = 0; i < 1000; i++)
        {
            Worlds.Create(world, $"endpoint-{i}");
        }

        for (var i = 0; i < 1000; i++)
        {
            world.Apply(new PutTraffic(Worlds.Region, $"endpoint-{i}", new TrafficPattern(10)), world.Now);
        }

        return world;
    }

    private static long RunMany(World world)
    {
        world.RunUntil(world.Now.AddHours(1));
        return 60_000;
    }

    private static long Run(World world)
    {
        world.RunUntil(world.Now + Long);
        return (long)Long.TotalMinutes;
    }
}
