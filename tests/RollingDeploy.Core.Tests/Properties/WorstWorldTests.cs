using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>Worlds in which much waits for one thing, or in which time makes long steps.</summary>
public sealed class WorstWorldTests
{
    private const int Many = 2000;

    [Fact]
    public void Data_OfTheMetricOfAllAlarms_WakesEachAlarmOnce()
    {
        var world = World();
        var before = Evaluations(world);

        for (var i = 0; i < 50; i++)
        {
            world.Apply(Samples.Put(1, world.World.Now.AddSeconds(-i * 37 % 90)));
        }

        world.Advance(60);

        States(world).Should().Equal(AlarmState.Alarm);
        (Evaluations(world) - before).Should().Be(Many);
        world.World.Schedule.Count.Should().BeLessThanOrEqualTo(Many + 1);
    }

    [Fact]
    public void Data_LateAndOutOfOrder_LeavesNothingAwake()
    {
        var world = World();
        foreach (var age in new[] { 0, 7200, 60, 86_400, 3600, 120, 600_000, -7000, 59, 61 })
        {
            world.Apply(Samples.Put(1, world.World.Now.AddSeconds(-age)));
        }

        world.Advance(3 * 3600);

        world.World.Schedule.Count.Should().Be(0, "all alarms are quiet again");
        States(world).Should().Equal(AlarmState.Ok);
    }

    [Fact]
    public void Composites_ThousandOverOneAlarm_SettleInOneEntry()
    {
        var world = new TestWorld().Alarm("a");
        for (var i = 0; i < 1000; i++)
        {
            // At most 150 composite alarms can use an alarm, so the others use each other.
            var child = i < 150 ? "a" : $"composite-{i - 150}";
            world.Apply(new PutCompositeAlarm(
                TestWorld.RegionName, $"composite-{i}", new CompositeConfiguration($"ALARM({child})", [child], null), "{}"));
        }

        world.Advance(120);
        var before = world.World.Schedule.Taken.GetValueOrDefault(DueKind.CompositeAlarms);

        world.Apply(Samples.Put(1));
        world.Advance(60);

        States(world).Should().Equal(AlarmState.Alarm);
        (world.World.Schedule.Taken[DueKind.CompositeAlarms] - before).Should().Be(1);
    }

    [Fact]
    public void Century_OfAnIdleEndpointWithTraffic_IsARunInEachMetric()
    {
        var world = new TestWorld().Endpoints(2).Alarm("a");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));
        world.Advance(600);
        var before = world.World.Schedule.Taken.Values.Sum();

        world.Advance(100 * 365.25 * 86_400);

        (world.World.Schedule.Taken.Values.Sum() - before).Should().BeLessThan(10);
        var now = world.World.Now;
        world.Region.Metrics.All.Should().OnlyContain(metric => metric.NewestAt(now) >= now.AddMinutes(-2));
        world.Region.Metrics.All.SelectMany(metric => metric.Series)
            .Should().OnlyContain(series => series.Runs <= 6, "each resolution has one run, or two");
        Requests(world, TimeSpan.FromDays(1)).Should().Be(864_000);
        Requests(world, TimeSpan.FromDays(400)).Should().Be(864_000 * 400.0);
    }

    [Fact]
    public void Century_Afterwards_DataStillCounts()
    {
        var world = World().Endpoints(1);
        world.Advance(100 * 365.25 * 86_400);

        world.Apply(Samples.Put(1));
        world.Advance(60);

        States(world).Should().Equal(AlarmState.Alarm);
    }

    // The work of a slice is small, so a run ends soon after it is canceled, whatever is left to do.
    [Fact]
    public void Run_CanceledInAWorldThatIsAllAwake_EndsWithTheSlice()
    {
        var world = World().Endpoints(1);
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10, TrafficShape.Daily)));
        using var cancel = new CancellationTokenSource();
        var looks = 0;

        var run = () => world.World.RunUntil(world.World.Now.AddYears(100), _ => ++looks == 100 && Cancels(cancel), cancel.Token);

        run.Should().Throw<OperationCanceledException>();
        looks.Should().BeLessThan(200);
    }

    private static bool Cancels(CancellationTokenSource cancel)
    {
        cancel.Cancel();
        return false;
    }

    private static TestWorld World()
    {
        var world = new TestWorld();
        for (var i = 0; i < Many; i++)
        {
            world.Alarm($"alarm-{i}");
        }

        return world.Advance(120);
    }

    private static IEnumerable<AlarmState> States(TestWorld world) => Enumerable.Range(0, Many)
        .SelectMany(i => new[] { "a", $"alarm-{i}", $"composite-{i}" })
        .Select(name => world.Region.Alarms.Find(name)?.State)
        .OfType<AlarmState>()
        .Distinct();

    private static long Evaluations(TestWorld world) =>
        world.World.Schedule.Taken.GetValueOrDefault(DueKind.AlarmEvaluation);

    private static double Requests(TestWorld world, TimeSpan time)
    {
        var now = world.World.Now;
        var end = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
        return world.Region.Metrics.Sum(
            new("AWS/SageMaker", "ModelLatency", [new("EndpointName", "e"), new("VariantName", "a")]),
            null, new(end - time, (int)time.TotalSeconds, 1), now).Summary.SampleCount;
    }
}
