using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>The wall clock windows of CloudWatch's user guide, Alarm evaluation window.</summary>
public sealed class WallClockTests
{
    [Theory]
    [InlineData("Z", 60, "2026-01-07T13:07:59Z", "2026-01-07T13:07:00Z")]
    [InlineData("Z", 300, "2026-01-07T13:07:00Z", "2026-01-07T13:05:00Z")]
    [InlineData("Z", 3600, "2026-01-07T13:07:00Z", "2026-01-07T13:00:00Z")]
    [InlineData("Z", 3600, "2026-01-07T13:00:00Z", "2026-01-07T13:00:00Z")]
    [InlineData("Z", 86400, "2026-01-07T13:07:00Z", "2026-01-07T00:00:00Z")]
    [InlineData("Z", 604800, "2026-01-07T13:07:00Z", "2026-01-05T00:00:00Z")]
    [InlineData("+05:30", 3600, "2026-01-07T13:07:00Z", "2026-01-07T12:30:00Z")]
    [InlineData("+05:30", 86400, "2026-01-07T13:07:00Z", "2026-01-06T18:30:00Z")]
    [InlineData("-08:00", 86400, "2026-01-07T03:07:00Z", "2026-01-06T08:00:00Z")]
    [InlineData("-08:00", 604800, "2026-01-05T03:00:00Z", "2025-12-29T08:00:00Z")]
    [InlineData("America/New_York", 86400, "2026-03-08T05:00:00Z", "2026-03-08T05:00:00Z")]
    [InlineData("America/New_York", 86400, "2026-03-09T03:59:00Z", "2026-03-08T05:00:00Z")]
    [InlineData("America/New_York", 86400, "2026-03-09T04:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("America/New_York", 86400, "2026-11-02T04:59:00Z", "2026-11-01T04:00:00Z")]
    [InlineData("America/New_York", 86400, "2026-11-02T05:00:00Z", "2026-11-02T05:00:00Z")]
    [InlineData("America/New_York", 604800, "2026-03-12T00:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("America/New_York", 3600, "2026-11-01T06:30:00Z", "2026-11-01T06:00:00Z")]
    [InlineData("America/Havana", 86400, "2026-03-08T12:00:00Z", "2026-03-08T05:00:00Z")]
    [InlineData("Australia/Lord_Howe", 3600, "2026-10-03T15:45:00Z", "2026-10-03T15:30:00Z")]
    [InlineData("two midnights", 86400, "2026-06-01T12:00:00Z", "2026-06-01T04:00:00Z")]
    public void StartAt_Moment_IsTheStartOfItsPeriodByTheClock(string zone, int period, string moment, string start)
    {
        var found = new WallClock(Zone(zone)).StartAt(At(moment), period);

        found.Should().Be(At(start));
    }

    [Fact]
    public void Evaluate_WallClockWindow_SeesDataAfterTheirHourHasEnded()
    {
        var world = new TestWorld();
        var source = new SingleMetric(Samples.Stat with { PeriodInSeconds = 3600 });
        var (sliding, clock) = (Put(world, "sliding", null), Put(world, "clock", new(TimeZoneRules.Utc)));

        world.Advance(40 * 60).Apply(Samples.Put(1));
        world.Advance(60);
        (sliding.State, clock.State).Should().Be((AlarmState.Alarm, AlarmState.InsufficientData));

        world.Advance(19 * 60);
        clock.State.Should().Be(AlarmState.Alarm);
        clock.Current.Since.Should().Be(new WorldSettings().Start.AddHours(1), "it is evaluated every minute");

        MetricAlarm Put(TestWorld world, string name, WallClock? clock)
        {
            world.Apply(
                new PutMetricAlarm(TestWorld.RegionName, name, Samples.Alarm with { Source = source, WallClock = clock }, "{}"));
            return (MetricAlarm)world.Region.Alarms.Find(name)!;
        }
    }

    // On 2026-03-08, New York's day has 23 hours. The first datum after it, at local midnight, belongs to the next day only.
    [Fact]
    public void Evaluate_DayInWhichTheClockIsChanged_HasOnlyItsOwnData()
    {
        var world = new TestWorld(new() { Start = At("2026-03-08T04:50:00Z") });
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "day", Samples.Alarm with
        {
            Source = new SingleMetric(Samples.Stat with { PeriodInSeconds = 86_400 }),
            WallClock = new(Zones.NewYork),
            Threshold = 1,
        }, "{}"));
        world.Advance(15 * 60).Apply(Samples.Put(1));
        world.Advance((At("2026-03-09T04:00:00Z") - world.World.Now).TotalSeconds);

        world.Apply(Samples.Put(1));
        world.Advance(60);

        world.Region.Alarms.Find("day")!.Current.Value.Should().Be(AlarmState.Ok, "the sum of the day is 1, and not 2");
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static TimeZoneRules Zone(string name) => name switch
    {
        "America/New_York" => Zones.NewYork,
        "America/Havana" => Zones.Havana,
        "Australia/Lord_Howe" => Zones.LordHowe,
        "two midnights" => Zones.TwoMidnights,
        "+05:30" => new(name, 330 * 60, []),
        "-08:00" => new(name, -480 * 60, []),
        _ => TimeZoneRules.Utc,
    };
}
