using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>Worlds that a reader found, in which sleep was not the same as looking at every minute. Both ways are run.</summary>
public sealed class SleepTests
{
    private static readonly MetricId Cpu =
        new("/aws/sagemaker/Endpoints", "CPUUtilization", [new("EndpointName", "e"), new("VariantName", "a")]);

    [Theory]
    [InlineData(true, "Percent")]
    [InlineData(true, "None")]
    [InlineData(false, "Percent")]
    [InlineData(false, "None")]
    public void OthersData_ThatStop_AlarmReturns(bool isEager, string unit)
    {
        var world = AtFullMinute(new() { IsEager = isEager }).Advance(30);
        PutCpuAlarm(world);
        for (var i = 0; i < 4; i++)
        {
            world.Apply(new PutMetricData(TestWorld.RegionName, [new Datum(Cpu, unit, null, 60, SampleSet.Of(100))]));
            world.Advance(60);
            world.Region.Alarms.Find("cpu")!.State.Should().Be(AlarmState.Alarm);
        }

        world.Advance(3600);

        world.Region.Alarms.Find("cpu")!.State.Should().Be(AlarmState.Ok);
    }

    // Fleets take no time, so instances go at the full minute at which the meter has fallen asleep, and after its work.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Update_OfInstantFleetsAtAFullMinute_MinutesCountOnce(bool isEager)
    {
        var timings = new FleetTimings { Launch = default, Activation = default, Termination = default };
        var world = AtFullMinute(new() { IsEager = isEager, Timings = timings });

        world.Update("v2", Configs.Rolling("1", 60)).Advance(300);

        var slots = new SampleSet[5];
        world.Region.Metrics.Find(Cpu)!.Merge(Periods.Before(world.World.Now, 60, 5), null, world.World.Now, slots, true);
        slots.Select(slot => slot.Summary.SampleCount).Should().Equal(3, 3, 2, 2, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Meter_SetAsideInASleep_HasPublishedWhatWasDueAndPublishesNoMore(bool isEager)
    {
        var fails = false;
        var world = AtFullMinute(new()
        {
            IsEager = isEager,
            WorkBegins = owner =>
            {
                if (fails && owner.Type == OwnerType.EndpointMeter)
                {
                    throw new InvalidOperationException("defect");
                }
            },
        });
        PutCpuAlarm(world);
        world.Advance(3600);
        var last = world.World.Now.AddMinutes(-1);

        fails = true;
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));
        fails = false;
        world.Advance(1800);

        world.World.Quarantine.All.Should().ContainSingle();
        world.Region.Metrics.Find(Cpu)!.NewestAt(world.World.Now).Should().Be(last);
        world.Region.Alarms.Find("cpu")!.State.Should().Be(AlarmState.InsufficientData);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Search_BesideExpiredMetrics_FindsThoseWithData(bool isEager)
    {
        var world = AtFullMinute(new() { IsEager = isEager });
        for (var i = 0; i < 120; i++)
        {
            Put(world, new("A", "Requests", [new("k", $"{i}")]), 1, world.World.Now.AddDays(-454));
        }

        world.Advance(2 * 86_400);
        Put(world, new("B", "Requests", []), 5, null);
        var query = new MetricQuery("e", null, "SUM(SEARCH('MetricName=\"Requests\"', 'Sum', 60))", 60);
        world.Apply(new PutMetricAlarm(
            TestWorld.RegionName, "found", Samples.Alarm with { Source = new MetricMathSource([query], "e"), Threshold = 4 }, "{}"));
        world.Advance(70);

        world.Region.Alarms.Find("found")!.State.Should().Be(AlarmState.Alarm, "only a hundred metrics are searched");
    }

    // Metrics of traffic that has stopped are no longer published, although the endpoint still publishes others.
    [Fact]
    public void Traffic_ThatStopped_ItsMetricsExpire()
    {
        var world = AtFullMinute(new());
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10, TrafficShape.Daily)));
        world.Advance(86_400);
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", null));
        world.Advance(500 * 86_400.0);

        for (var i = 0; i < 1000; i++)
        {
            world.Apply(Samples.Put(1));
            world.Advance(61);
        }

        world.Region.Metrics.All.Select(metric => metric.Id.Name).Should().NotContain("ModelLatency").And.Contain("CPUUtilization");
    }

    private static TestWorld AtFullMinute(WorldSettings settings)
    {
        var world = new TestWorld(settings).Endpoints(2);
        return world.Advance(660 - (world.World.Now.ToUnixTimeMilliseconds() % 60_000 / 1000.0));
    }

    private static void PutCpuAlarm(TestWorld world)
    {
        var source = new SingleMetric(new MetricStat(Cpu, null, Statistic.Maximum, 60));
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "cpu", Samples.Alarm with { Source = source, Threshold = 50 }, "{}"));
    }

    private static void Put(TestWorld world, MetricId metric, double value, DateTimeOffset? at) =>
        world.Apply(new PutMetricData(TestWorld.RegionName, [new Datum(metric, "None", at, 60, SampleSet.Of(value))]));
}
