using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling.Schedules;

/// <summary>When scheduled actions run: at, rate and cron expressions, with their start, their end and their time zone.</summary>
public sealed class ScheduleExpressionTests
{
    private const string Put = "2026-01-01T00:00:30Z";

    [Theory]
    [InlineData("at(2026-01-31T17:00:00)", "2026-01-31T17:00Z", null)]
    [InlineData("at(2026-12-08T9:36:00)", "2026-12-08T09:36Z", null)] // so in the user guide's answer
    [InlineData("rate(5 minutes)", "2026-01-01T00:05:30Z", "2026-01-01T00:10:30Z")]
    [InlineData("rate(1 minute)", "2026-01-01T00:01:30Z", "2026-01-01T00:02:30Z")]
    [InlineData("rate(1 minutes)", "2026-01-01T00:01:30Z", "2026-01-01T00:02:30Z")] // AWS's message: minutes?
    [InlineData("rate(5minute)", "2026-01-01T00:05:30Z", "2026-01-01T00:10:30Z")] // AWS's message: \s?
    [InlineData("rate(2 hours)", "2026-01-01T02:00:30Z", "2026-01-01T04:00:30Z")]
    [InlineData("rate(1 day)", "2026-01-02T00:00:30Z", "2026-01-03T00:00:30Z")]
    [InlineData("cron(0 9 * * ? *)", "2026-01-01T09:00Z", "2026-01-02T09:00Z")]
    public void NextAfter_Expression_ReturnsItsTimes(string expression, string first, string? second) =>
        Times(expression).Take(2).Should().Equal(new[] { first, second }.OfType<string>().Select(Zones.At));

    // "If you specify a start time, Application Auto Scaling performs the action at this time, and then performs the action based
    // on the specified recurrence. If you specify an end time, the action stops repeating after this time."
    [Theory]
    [InlineData("rate(5 hours)", "2026-01-30T12:00Z", "2026-01-30T22:00Z", "2026-01-30T12:00Z", "2026-01-30T17:00Z", "2026-01-30T22:00Z")]
    [InlineData("cron(0 9 * * ? *)", "2026-01-30T12:00Z", "2026-02-01T10:00Z", "2026-01-30T12:00Z", "2026-01-31T09:00Z", "2026-02-01T09:00Z")]
    [InlineData("cron(0 9 * * ? *)", null, "2026-01-02T09:00Z", "2026-01-01T09:00Z", "2026-01-02T09:00Z")]
    [InlineData("rate(1 hour)", "2025-12-31T23:30Z", "2026-01-01T01:40Z", "2026-01-01T00:30Z", "2026-01-01T01:30Z")]
    [InlineData("cron(0 9 * * ? *)", "2025-12-01T00:00Z", "2026-01-01T10:00Z", "2026-01-01T09:00Z")]
    [InlineData("at(2026-01-31T17:00:00)", "2026-02-01T00:00Z", "2026-02-02T00:00Z", "2026-01-31T17:00Z")]
    [InlineData("cron(0 9 * * ? *)", null, "2026-01-01T08:00Z")]
    public void NextAfter_StartAndEnd_AreItsBoundaries(string expression, string? start, string? end, params string[] times) =>
        Times(expression, null, start, end).Take(times.Length + 1).Should().Equal(times.Select(Zones.At));

    [Theory]
    [InlineData("at(2026-03-08T12:00:00)", "2026-03-08T16:00Z")]
    [InlineData("at(2026-03-08T02:30:00)", "2026-03-08T07:00Z")] // not on the clock: when it is put forward
    [InlineData("at(2026-11-01T01:30:00)", "2026-11-01T05:30Z")] // twice on the clock: the first time
    public void NextAfter_AtInAZone_IsThatLocalTime(string expression, string time) =>
        Times(expression, Zones.NewYork).Should().Equal(Zones.At(time));

    [Theory]
    [InlineData("cron(0 18 * * ? *)", "2026-03-07T20:00Z", "2026-03-07T23:00Z", "2026-03-08T22:00Z", "2026-03-09T22:00Z")]
    [InlineData("cron(30 2 * * ? *)", "2026-03-07T20:00Z", "2026-03-08T07:00Z", "2026-03-09T06:30Z")]
    [InlineData("cron(0/15 2 * * ? *)", "2026-03-07T20:00Z", "2026-03-08T07:00Z", "2026-03-09T06:00Z", "2026-03-09T06:15Z")]
    [InlineData("cron(0 2-3 * * ? *)", "2026-03-07T20:00Z", "2026-03-08T07:00Z", "2026-03-09T06:00Z", "2026-03-09T07:00Z")]
    [InlineData("cron(30 1 * * ? *)", "2026-10-31T20:00Z", "2026-11-01T05:30Z", "2026-11-02T06:30Z")]
    [InlineData("cron(30 1 * * ? *)", "2026-11-01T06:00Z", "2026-11-02T06:30Z")]
    [InlineData("cron(0,30 1-2 * * ? *)", "2026-11-01T05:15Z", "2026-11-01T05:30Z", "2026-11-01T07:00Z", "2026-11-01T07:30Z", "2026-11-02T06:00Z")]
    [InlineData("cron(30 * * * ? *)", "2026-03-08T06:00Z", "2026-03-08T06:30Z", "2026-03-08T07:30Z", "2026-03-08T08:30Z")]
    [InlineData("cron(0/30 * * * ? *)", "2026-11-01T05:15Z", "2026-11-01T05:30Z", "2026-11-01T06:00Z", "2026-11-01T06:30Z", "2026-11-01T07:00Z")]
    public void NextAfter_CronWhileClocksChange_IsNeitherMissedNorTwice(string expression, string after, params string[] times) =>
        Times(expression, Zones.NewYork, after: after).Take(times.Length).Should().Equal(times.Select(Zones.At));

    [Fact]
    public void NextAfter_CronInOtherZones_FollowsTheirClocks()
    {
        Times("cron(15 2 * * ? *)", Zones.LordHowe, after: "2026-10-02T20:00Z").Take(2).Should().Equal(
            Zones.At("2026-10-03T15:30Z"), Zones.At("2026-10-04T15:15Z"));
        Times("cron(0 0 * * ? *)", Zones.Havana, after: "2026-03-07T20:00Z").Take(2).Should().Equal(
            Zones.At("2026-03-08T05:00Z"), Zones.At("2026-03-09T04:00Z"));
        Times("cron(0 12 * * ? *)", Zones.Apia, after: "2011-12-29T00:00Z").Take(3).Should().Equal(
            Zones.At("2011-12-29T22:00Z"), Zones.At("2011-12-30T10:00Z"), Zones.At("2011-12-30T22:00Z"));
    }

    [Theory]
    [InlineData(0, "cron(0 0 * * ? *)")]
    [InlineData(1, "cron(0 1 * * ? *)")]
    [InlineData(1, "cron(45 1 * * ? *)")]
    [InlineData(2, "cron(15 2 * * ? *)")]
    [InlineData(23, "cron(59 23 * * ? *)")]
    public void NextAfter_TimeOfDay_ComesOnceOnEveryDayOfAYear(int hour, string expression)
    {
        foreach (var zone in new[] { Zones.NewYork, Zones.LordHowe, Zones.Havana })
        {
            var days = Times(expression, zone, after: "2026-01-01T12:00Z").Take(365)
                .Select(time => zone.LocalAt(time)).Select(local => (DateOnly.FromDateTime(local), local.Hour - hour)).ToList();

            days.Select(day => day.Item1).Should().OnlyHaveUniqueItems(zone.Id);
            (days[^1].Item1.DayNumber - days[0].Item1.DayNumber).Should().Be(364, zone.Id);
            days.Should().OnlyContain(day => day.Item2 == 0 || day.Item2 == 1);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 9 * * ? *")]
    [InlineData("30 3 * * *")]
    [InlineData("cron (0 9 * * ? *)")]
    [InlineData("CRON(0 9 * * ? *)")]
    [InlineData("cron(0 9 * * ? *) ")]
    [InlineData("cron(0 9 * * ? *)\n")]
    [InlineData("rate(five minutes)")]
    [InlineData("rate(5 seconds)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("rate(-5 minutes)")]
    [InlineData("rate(1.5 hours)")]
    [InlineData("rate(5  minutes)")]
    [InlineData("rate(99999999999999999999 days)")]
    [InlineData("at(2026-02-30T00:00:00)")]
    [InlineData("at(2026-01-31)")]
    [InlineData("at(2026-01-31T25:00:00)")]
    [InlineData("at(2026-01-31T17:00:00Z)")]
    [InlineData("at(2026-01-31 17:00:00)")]
    [InlineData("at(0001-01-01T00:00:00)")]
    [InlineData("at(9999-12-31T23:59:59)")]
    public void Read_WrongSyntax_IsRefusedWithAwsText(string expression)
    {
        var read = () => ScheduleExpression.Read(expression);

        read.Should().Throw<AwsError>().WithMessage(
            @"Invalid schedule expression. Details: Schedule expressions must have the following syntax: rate(<number>\s?(minutes?|hours?|days?)), "
            + "cron(<cron_expression>) or at(yyyy-MM-dd'T'HH:mm:ss).");
    }

    [Theory]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(0000000 days)")]
    public void Read_RateOfNothing_IsRefused(string expression)
    {
        var read = () => ScheduleExpression.Read(expression);

        read.Should().Throw<AwsError>().WithMessage("*must be a positive integer.");
    }

    [Fact]
    public void NextAfter_RateBeyondTheCalendar_NeverRuns() => Times("rate(9999999 days)").Should().BeEmpty();

    private static IEnumerable<DateTimeOffset> Times(
        string expression, TimeZoneRules? zone = null, string? start = null, string? end = null, string after = Put)
    {
        var schedule = ScheduleExpression.Read(expression);
        var frame = new ScheduleFrame(
            zone ?? TimeZoneRules.Utc, start is null ? null : Zones.At(start), end is null ? null : Zones.At(end),
            Zones.At(after));
        for (var next = schedule.NextAfter(Zones.At(after), frame); next is { } time; next = schedule.NextAfter(time, frame))
        {
            yield return time;
        }
    }
}
