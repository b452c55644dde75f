using System.Diagnostics;
using RollingDeploy.Core;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Benchmarks;

/// <summary>A page of ten out of a hundred endpoints against one out of a hundred thousand, in every order.</summary>
internal static class Listings
{
    private const int Few = 100;
    private const int Many = 100_000;
    private const int Rounds = 20_000;

    public static void Print()
    {
        var (few, many) = (With(Few), With(Many));
        foreach (var order in Enum.GetValues<ResourceOrder>())
        {
            // Each in turn several times, and the least of each: what else the machine does only ever adds.
            var pairs = Enumerable.Range(0, 6).Select(_ => (Few: Nanoseconds(few, order), Many: Nanoseconds(many, order))).Skip(1).ToList();
            var (one, other) = (pairs.Min(pair => pair.Few), pairs.Min(pair => pair.Many));
            Console.WriteLine(FormattableString.Invariant(
                $"a page of 10 by {order}: {one:0} ns out of {Few}, {other:0} ns out of {Many}: {other / one:0.00} times"));
        }
    }

    private static World With(int endpoints)
    {
        var world = Worlds.WithConfigs(instances: 1);
        for (var i = 0; i < endpoints; i++)
        {
            world.Apply(new Core.Endpoints.CreateEndpoint(Worlds.Region, $"endpoint-{i}", "old"), world.Now.AddMilliseconds(1));
        }

        world.RunUntil(world.Now.AddSeconds(10));
        return world;
    }

    // The pages begin in the middle, where a token points, and go either way.
    private static double Nanoseconds(World world, ResourceOrder order)
    {
        var middle = world.Read(Worlds.Region, world.Now, region =>
            region.Endpoints.Rows(order, false, null, null).ElementAt(region.Endpoints.Count / 2).Key);
        var start = Stopwatch.GetTimestamp();
        var seen = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var (from, to) = i % 2 == 0 ? (null, middle) : (middle, (string?)null);
            seen += world.Read(Worlds.Region, world.Now, region => region.Endpoints.Rows(order, i % 2 == 0, from, to).Take(10).Count());
        }

        return seen == 10 * Rounds
            ? Stopwatch.GetElapsedTime(start).TotalNanoseconds / Rounds
            : throw new InvalidOperationException("A page was short.");
    }
}
