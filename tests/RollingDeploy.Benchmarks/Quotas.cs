using System.Diagnostics;
using RollingDeploy.Core;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Benchmarks;

/// <summary>What a launch costs under a quota among five hundred endpoints and among five thousand.</summary>
internal static class Quotas
{
    private const int Few = 500;
    private const int Many = 5_000;
    private const int Instances = 4;
    private const int Measured = 100;

    public static void Print()
    {
        var pairs = Enumerable.Range(0, 5).Select(_ => (Few: Microseconds(Few), Many: Microseconds(Many))).ToList();
        var (few, many) = (pairs.Min(pair => pair.Few), pairs.Min(pair => pair.Many));
        Console.WriteLine(FormattableString.Invariant(
            $"a launch under a quota: {few:0.0} µs among {Few} endpoints, {many:0.0} µs among {Many}: {many / few:0.00} times"));
    }

    // The last hundred that come: each is held against the quota at its call and against the capacity at each launch.
    private static double Microseconds(int endpoints)
    {
        var world = Worlds.WithConfigs(Instances);
        world.Apply(new PutQuota(Worlds.Region, "ml.m5.large", new Quota(1_000_000, 1_000_000)), world.Now);
        Create(world, 0, endpoints - Measured);
        var start = Stopwatch.GetTimestamp();
        Create(world, endpoints - Measured, endpoints);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Measured * Instances);
    }

    private static void Create(World world, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            world.Apply(new CreateEndpoint(Worlds.Region, $"endpoint-{i}", "old"), world.Now);
        }
    }
}
