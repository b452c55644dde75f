using System.Diagnostics;
using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// Time that passes while nearly nothing changes: with the engine as it is, and with one that looks at everything at every minute
/// and at every poll. Both give the same results (tests, Properties). A reader takes the lock all the time.
/// </summary>
internal static class Idle
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static void Print()
    {
        Measure(Deploying(100, alarms: 2, isEager: true), TimeSpan.FromHours(1));
        Print("8 hours with 5,000 deployments", isEager => Deploying(5000, alarms: 1, isEager), TimeSpan.FromHours(8));
        Print("an hour with 10,000 deployments of two alarms each", isEager => Deploying(10_000, alarms: 2, isEager), TimeSpan.FromHours(1));
        Print("an hour with 100,000 quiet alarms", QuietAlarms, TimeSpan.FromHours(1));
        Print("a year with 100,000 idle endpoints of an alarm each", isEager => IdleEndpoints(isEager), Year, TimeSpan.FromMinutes(2));
        PrintReads();
        PrintCancel();
    }

    // What was left out while the meters slept is added when somebody reads.
    private static void PrintReads()
    {
        var world = IdleEndpoints(isEager: false);
        world.RunUntil(world.Now + Year);
        var start = Stopwatch.GetTimestamp();
        var metrics = world.Read(Worlds.Region, region => region.Metrics.All.Count());
        Console.WriteLine(FormattableString.Invariant(
            $"after this year, all {metrics:N0} metrics are read in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.000} s"));
    }

    // Nothing sleeps, and every alarm has the same metric.
    private static void PrintCancel()
    {
        var world = Worlds.WithConfigs(instances: 4);
        for (var i = 0; i < 10_000; i++)
        {
            world.Apply(new PutMetricAlarm(Worlds.Region, $"alarm-{i}", Worlds.Alarm("metric") with { Threshold = i }, "{}"), world.Now);
        }

        for (var i = 0; i < 1000; i++)
        {
            var daily = new TrafficPattern(5, TrafficShape.Daily);
            world.Apply(new CreateEndpoint(Worlds.Region, $"endpoint-{i}", "old"), world.Now);
            world.Apply(new PutTraffic(Worlds.Region, $"endpoint-{i}", daily), world.Now);
        }

        // Data of the next week keep the alarms awake.
        var data = Enumerable.Range(0, 7 * 24 * 60)
            .Select(i => Worlds.Datum("metric", i % 7) with { Timestamp = world.Now.AddMinutes(i) });
        world.Apply(new PutMetricData(Worlds.Region, [.. data]), world.Now);

        using var cancel = new CancellationTokenSource();
        var (asked, ended) = (0L, 0L);
        using var timer = new Timer(
            _ =>
            {
                asked = Stopwatch.GetTimestamp();
                cancel.Cancel();
            },
            null,
            TimeSpan.FromSeconds(2),
            Timeout.InfiniteTimeSpan);
        try
        {
            world.RunUntil(world.Now.AddYears(100), null, cancel.Token);
        }
        catch (OperationCanceledException)
        {
            ended = Stopwatch.GetTimestamp();
        }

        Console.WriteLine(FormattableString.Invariant(
            $"a century with 10,000 alarms on one metric and 1,000 busy endpoints, canceled: ended after {Stopwatch.GetElapsedTime(asked, ended).TotalMilliseconds:0.0} ms"));
    }

    // The eager engine can get a part of the time. Its seconds are then those of the whole time, at the same speed.
    private static void Print(string name, Func<bool, World> build, TimeSpan time, TimeSpan? eagerTime = null)
    {
        var sleeping = Measure(build(false), time);
        var eager = Measure(build(true), eagerTime ?? time);
        var seconds = eager.Seconds * (time / (eagerTime ?? time));
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {sleeping.Seconds:0.000} s, eager {seconds:0.000} s, {seconds / sleeping.Seconds:0.0} times"));
        Console.WriteLine($"  {sleeping.Text}");
        Console.WriteLine($"  eager{(eagerTime is null ? "" : $" for {eagerTime}")}: {eager.Text}");
    }

    private static (double Seconds, string Text) Measure(World world, TimeSpan time)
    {
        GC.Collect();
        var before = world.Schedule.Taken.ToDictionary();
        using var reader = new Reader(world);
        var start = Stopwatch.GetTimestamp();
        world.RunUntil(world.Now + time);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var entries = world.Schedule.Taken.Select(each =>
            FormattableString.Invariant($"{each.Key} {each.Value - before.GetValueOrDefault(each.Key):N0}"));
        return (seconds, $"{reader.Stop()}; entries: {string.Join(", ", entries)}");
    }

    // Rolling updates of four instances, two at a time, in bakes of an hour: most of the time nothing happens.
    private static World Deploying(int count, int alarms, bool isEager)
    {
        var world = Worlds.WithConfigs(instances: 4, new WorldSettings { IsEager = isEager });
        for (var i = 0; i < count; i++)
        {
            foreach (var alarm in AlarmsOf(i, alarms))
            {
                world.Apply(new PutMetricAlarm(Worlds.Region, alarm, Worlds.Alarm(alarm), "{}"), world.Now);
            }

            world.Apply(new CreateEndpoint(Worlds.Region, $"endpoint-{i}", "old"), world.Now);
        }

        world.RunUntil(world.Now.AddMinutes(10));
        for (var i = 0; i < count; i++)
        {
            Worlds.Update(world, $"endpoint-{i}", batch: 2, bake: 3600, [.. AlarmsOf(i, alarms)]);
        }

        return world;
    }

    private static IEnumerable<string> AlarmsOf(int endpoint, int count) =>
        Enumerable.Range(0, count).Select(i => $"alarm-{endpoint}-{i}");

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

    // Half of the alarms are on a metric with data every minute, and half on one that has data only if there are requests.
    public static World IdleEndpoints(bool isEager, bool haveAlarms = true)
    {
        var world = Worlds.WithConfigs(instances: 1, new WorldSettings { IsEager = isEager });
        for (var i = 0; i < 100_000; i++)
        {
            var name = $"endpoint-{i}";
            world.Apply(new CreateEndpoint(Worlds.Region, name, "old"), world.Now);
            if (!haveAlarms)
            {
                continue;
            }

            var (space, metric) = i % 2 == 0 ? ("/aws/sagemaker/Endpoints", "CPUUtilization") : ("AWS/SageMaker", "Invocation5XXErrors");
            var id = new MetricId(space, metric, [new("EndpointName", name), new("VariantName", "AllTraffic")]);
            var alarm = Worlds.Alarm(name) with { Source = new SingleMetric(new MetricStat(id, null, Statistic.Average, 60)) };
            world.Apply(new PutMetricAlarm(Worlds.Region, name, alarm, "{}"), world.Now);
        }

        world.RunUntil(world.Now.AddMinutes(10));
        return world;
    }

    /// <summary>Takes the lock of a world again and again, and notes how long it waits.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly List<double> _waits = [];
        private readonly Thread _thread;
        private volatile bool _ends;

        public Reader(World world)
        {
            _thread = new Thread(() => Read(world));
            _thread.Start();
        }

        public string Stop()
        {
            Dispose();
            _waits.Sort();
            return _waits.Count == 0 ? "no reader" : FormattableString.Invariant(
                $"{_waits.Count:N0} readers, p99 {_waits[_waits.Count * 99 / 100]:0.00} ms, at most {_waits[^1]:0.0} ms");
        }

        public void Dispose()
        {
            _ends = true;
            _thread.Join();
        }

        private void Read(World world)
        {
            while (!_ends)
            {
                var start = Stopwatch.GetTimestamp();
                world.Read(view => view.Now);
                _waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                Thread.Sleep(1);
            }
        }
    }
}
