using RollingDeploy.Core;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Benchmarks;

/// <summary>Synthetic traffic: eight virtual hours of 10,000 requests a second, in service and while an update moves it.</summary>
internal static class Traffic
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(8);

    public static void Print()
    {
        Bench.Print("eight hours of 10,000 requests a second to three instances", () => Prepare(10_000), Run);
        Bench.Print("eight hours of 10 requests a second to three instances", () => Prepare(10), Run);
        Bench.Print("eight hours of 10,000 requests a second, an instance replaced every 20 minutes", Rolling, Run);
    }

    private static World Rolling() => Worlds.Update(Prepare(10_000, instances: 20), "endpoint", batch: 1, bake: 1200);

    private static World Prepare(double requestsPerSecond, int instances = 3)
    {
        var world = Worlds.WithConfigs(instances);
        Worlds.Create(world, "endpoint");
        world.Apply(new PutTraffic(Worlds.Region, "endpoint", new TrafficPattern(requestsPerSecond)), world.Now);
        return world;
    }

    private static long Run(World world)
    {
        world.RunUntil(world.Now + Long);
        return (long)Long.TotalMinutes;
    }
}
