using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TryTake_TwoEntries_GivesTheEarlierFirst()
    {
        var schedule = Schedule((5, DueKind.Fleet, "late"), (1, DueKind.Fleet, "early"));

        var taken = TakeAll(schedule);

        taken.Should().Equal("early", "late");
    }

    [Fact]
    public void TryTake_SameInstant_OrdersByKindAndThenByOwner()
    {
        var schedule = Schedule(
            (1, DueKind.Deployment, "deployment 2"),
            (1, DueKind.Scaling, "policies"),
            (1, DueKind.AlarmEvaluation, "alarms"),
            (1, DueKind.Deployment, "deployment 1"),
            (1, DueKind.Metrics, "metrics"),
            (1, DueKind.Fleet, "fleet 1"),
            (1, DueKind.Fleet, "fleet 2"));

        var taken = TakeAll(schedule);

        taken.Should().Equal("fleet 1", "fleet 2", "metrics", "alarms", "policies", "deployment 1", "deployment 2");
    }

    [Fact]
    public void TryTake_DueAtTheVeryInstant_IsTaken()
    {
        var schedule = Schedule((1, DueKind.Fleet, "e"));

        schedule.TryTake(Start.AddSeconds(1).AddTicks(-1), out _).Should().BeFalse();
        schedule.TryTake(Start.AddSeconds(1), out var entry).Should().BeTrue();

        entry.Owner.Name.Should().Be("e");
        schedule.Count.Should().Be(0);
    }

    [Fact]
    public void NextDue_Empty_IsNull()
    {
        new Schedule().NextDue.Should().BeNull();

        Schedule((7, DueKind.Fleet, "e")).NextDue.Should().Be(Start.AddSeconds(7));
    }

    [Theory]
    [InlineData(10, null, 10)]
    [InlineData(10.001, null, 20)]
    [InlineData(10, nameof(DueKind.Fleet), 10)]
    [InlineData(10, nameof(DueKind.Deployment), 20)]
    [InlineData(15, nameof(DueKind.Fleet), 20)]
    public void NextOf_RegularWork_IsTheFirstTimeThatHasNotPassed(double now, string? running, double expected)
    {
        var schedule = Schedule((10, DueKind.Deployment, "e"), (30, DueKind.Fleet, "e"));
        if (running is not null)
        {
            var kind = Enum.Parse<DueKind>(running);
            schedule.Add(Start.AddSeconds(now), kind, new Owner("us-east-1", "e"));
            while (schedule.TryTake(Start.AddSeconds(now), out var entry) && entry.Kind != kind)
            {
                schedule.HasRun();
            }
        }

        var next = schedule.NextOf(
            DueKind.Deployment, new Owner("us-east-1", "e"), Start, TimeSpan.FromSeconds(10), Start.AddSeconds(now));

        next.Should().Be(Start.AddSeconds(expected));
    }

    // A command runs after all that is due. Entries that it adds for the same time come after the regular work of this time.
    [Fact]
    public void HasPassed_DuringAndAfterACommand_IsTrueOfTheInstant()
    {
        var schedule = Schedule((10, DueKind.Fleet, "e"));
        var place = new SchedulePlace(Start.AddSeconds(10), DueKind.AlarmEvaluation, new Owner("us-east-1", "a"));

        schedule.HasPassed(place, Start.AddSeconds(10)).Should().BeFalse("the fleet comes first, and has not run");
        schedule.TryTake(Start.AddSeconds(10), out _);
        schedule.HasPassed(place, Start.AddSeconds(10)).Should().BeFalse("the fleet comes first");
        schedule.HasRun();
        schedule.HasPassed(place, Start.AddSeconds(10)).Should().BeTrue("all that was due has run");

        schedule.IsInCommand = true;
        schedule.Add(Start.AddSeconds(10), DueKind.Fleet, new Owner("us-east-1", "e"));
        schedule.HasPassed(place, Start.AddSeconds(10)).Should().BeTrue("commands come after all that is due");
        schedule.IsInCommand = false;
        schedule.Settle(Start.AddSeconds(10));
        schedule.TryTake(Start.AddSeconds(10), out _);
        schedule.HasPassed(place, Start.AddSeconds(10)).Should().BeTrue("the command has added the entry that is running");
        schedule.HasRun();
        schedule.HasPassed(place, Start.AddSeconds(9)).Should().BeTrue();
    }

    private static Schedule Schedule(params (int Seconds, DueKind Kind, string Name)[] entries)
    {
        var schedule = new Schedule();
        foreach (var (seconds, kind, name) in entries)
        {
            schedule.Add(Start.AddSeconds(seconds), kind, new Owner("us-east-1", name));
        }

        return schedule;
    }

    private static List<string> TakeAll(Schedule schedule)
    {
        var taken = new List<string>();
        while (schedule.TryTake(DateTimeOffset.MaxValue, out var entry))
        {
            taken.Add(entry.Owner.Name);
        }

        return taken;
    }
}
