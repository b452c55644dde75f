using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// A hundred thousand alarms on as many metrics with data, each looking at three minutes: one round of evaluation.
/// </summary>
internal static class ManyAlarms
{
    private const int Count = 100_000;

    /// <summary>
    /// Ten fresh minutes of data would fill memory and not change the figure: the same world goes on by a minute a run.
    /// </summary>
    public static void Print()
    {
        var world = Build();
        Bench.Print("one round of 100,000 alarms", () => Put(world), Run);
    }

    private static long Run(World world)
    {
        world.RunUntil(world.Now.AddSeconds(60));
        return Count;
    }

    private static World Build()
    {
        var world = new World("000000000000", new WorldSettings());
        for (var i = 0; i < Count; i++)
        {
            world.Apply(new PutMetricAlarm(Worlds.Region, $"alarm-{i}", Worlds.Alarm($"metric-{i}"), "{}"), world.Now);
        }

        for (var minute = 0; minute < 3; minute++)
        {
            Put(world);
            world.RunUntil(world.Now.AddSeconds(60));
        }

        return world;
    }

    private static World Put(World world)
    {
        foreach (var chunk in Enumerable.Range(0, Count).Chunk(1000))
        {
            world.Apply(
                new PutMetricData(Worlds.Region, [.. chunk.Select(i => Worlds.Datum($"metric-{i}", i % 3 == 0 ? 2 : 1))]), world.Now);
        }

        return world;
    }
}

/// <summary>What a million points take: in a hundred metrics, one a minute each; and in one metric and one minute.</summary>
internal static class MetricMemory
{
    private const int Points = 1_000_000;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Print()
    {
        Print("a million points, one a minute in each of 100 metrics", i => (i % 100, i / 100));
        Print("a million points in one minute of one metric", _ => (0, 0));
    }

    private static void Print(string name, Func<int, (int Metric, int Minute)> place)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var world = new World("000000000000", new WorldSettings { Start = Start });
        var random = new Random(1);
        foreach (var chunk in Enumerable.Range(0, Points).Chunk(1000))
        {
            var at = Start.AddMinutes(place(chunk[0]).Minute);
            world.Apply(new PutMetricData(Worlds.Region, [.. chunk.Select(i => Worlds.Datum($"metric-{place(i).Metric}", random.NextDouble()))]), at);
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(FormattableString.Invariant($"{name}: {(after - before) / 1e6:0.0} MB"));
        GC.KeepAlive(world);
    }
}
