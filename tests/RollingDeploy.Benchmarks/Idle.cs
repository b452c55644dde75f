using System.Diagnostics;
using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// Time that passes while nearly nothing changes: with the engine as it is, and with one that looks at everything at every minute
/// and at every poll. Both give the same results (tests, Properties).
/// </summary>
internal static class Idle
{
    public static void Print()
    {
        Print("8 hours with 5,000 deployments", isEager => Deploying(5000, alarms: 1, isEager), TimeSpan.FromHours(8));
        Print("an hour with 10,000 deployments of two alarms each", isEager => Deploying(10_000, alarms: 2, isEager), TimeSpan.FromHours(1));
        Print("an hour with 100,000 quiet alarms", QuietAlarms, TimeSpan.FromHours(1));
    }

    private static void Print(string name, Func<bool, World> build, TimeSpan time)
    {
        var (sleeping, eager) = (Time(build(false), time), Time(build(true), time));
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {sleeping.Seconds:0.000} s, eager {eager.Seconds:0.000} s, {eager.Seconds / sleeping.Seconds:0.0} times"));
        Console.WriteLine($"  entries: {sleeping.Entries}");
        Console.WriteLine($"  eager:   {eager.Entries}");
    }

    private static (double Seconds, string Entries) Time(World world, TimeSpan time)
    {
        GC.Collect();
        var before = world.Schedule.Taken.ToDictionary();
        var start = Stopwatch.GetTimestamp();
        world.RunUntil(world.Now + time);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (seconds, string.Join(", ", world.Schedule.Taken.Select(each =>
            FormattableString.Invariant($"{each.Key} {each.Value - before.GetValueOrDefault(each.Key):N0}"))));
    }

    // Rolling updates of four instances, one at a time, in bakes of an hour: most of the time nothing happens.
    private static World Deploying(int count, int alarms, bool isEager)
    {
        var world = Worlds.WithConfigs(instances: 4, new WorldSettings { IsEager = isEager });
        for (var i = 0; i < count; i++)
        {
            var names = Enumerable.Range(0, alarms).Select(j => $"alarm-{i}-{j}").ToArray();
            foreach (var alarm in names)
            {
                world.Apply(new PutMetricAlarm(Worlds.Region, alarm, Worlds.Alarm(alarm), "{}"), world.Now);
            }

            world.Apply(new Core.Endpoints.CreateEndpoint(Worlds.Region, $"endpoint-{i}", "old"), world.Now);
        }

        world.RunUntil(world.Now.AddMinutes(10));
        for (var i = 0; i < count; i++)
        {
            Worlds.Update(
                world, $"endpoint-{i}", batch: 2, bake: 3600, [.. Enumerable.Range(0, alarms).Select(j => $"alarm-{i}-{j}")]);
        }

        return world;
    }

    private static World QuietAlarms(bool isEager)
    {
        var world = new World("000000000000", new WorldSettings { IsEager = isEager });
        for (var i = 0; i < 100_000; i++)
        {
            world.Apply(new PutMetricAlarm(Worlds.Region, $"alarm-{i}", Worlds.Alarm($"metric-{i}"), "{}"), world.Now);
        }

        world.RunUntil(world.Now.AddMinutes(10));
        return world;
    }
}
