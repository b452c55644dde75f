using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Machine = new(2029, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Year9000 = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Real", 60, 10)]
    [InlineData("Scaled", 60, 600)]
    [InlineData("Scaled", 0.5, 5)]
    [InlineData("Frozen", 60, 0)]
    [InlineData("Skip", 60, 10)]
    public void At_TenSecondsLater_ShowsWhatTheModeMakesOfThem(string mode, double speed, double seconds)
    {
        var clock = Clock(mode, speed);

        clock.At(Machine.AddSeconds(10)).Should().Be(Start.AddSeconds(seconds));
    }

    [Fact]
    public void At_BeforeItsAnchor_DoesNotGoBack() => Clock("Real").At(Machine.AddDays(-1)).Should().Be(Start);

    [Fact]
    public void At_BetweenTwoMilliseconds_ShowsTheFirst() =>
        Clock("Real").At(Machine.AddTicks(19_999)).Should().Be(Start.AddMilliseconds(1));

    [Fact]
    public void At_FarBeyondItsRange_StopsInTheYear9000() =>
        Clock("Scaled", VirtualClock.MaximumSpeed).At(Machine.AddYears(7000)).Should().Be(Year9000);

    [Fact]
    public void At_BegunAfterItsRange_DoesNotGoBack()
    {
        var late = Year9000.AddYears(900);

        Clock("Real").From(Machine, late).At(Machine.AddDays(1)).Should().Be(late);
    }

    [Theory]
    [InlineData("Real", 1, 10.001)]
    [InlineData("Scaled", 60, 0.167667)]
    [InlineData("Skip", 60, 10.001)]
    public void MachineTimeOf_AMoment_IsWhenAtShowsIt(string mode, double speed, double seconds)
    {
        var clock = Clock(mode, speed);

        var machine = clock.MachineTimeOf(Start.AddSeconds(10));

        machine.Should().BeCloseTo(Machine.AddSeconds(seconds), TimeSpan.FromMicroseconds(1));
        clock.At(machine!.Value).Should().BeOnOrAfter(Start.AddSeconds(10));
    }

    [Fact]
    public void MachineTimeOf_AFrozenClock_IsNever() => Clock("Frozen").MachineTimeOf(Start.AddSeconds(10)).Should().BeNull();

    [Theory]
    [InlineData(double.Epsilon, 8000)]
    [InlineData(double.Epsilon, 1)]
    [InlineData(1e-9, 2000)]
    [InlineData(1e6, 9000)]
    [InlineData(1e6, 1)]
    public void MachineTimeOf_ExtremeMomentsAndSpeeds_StaysWithinRange(double speed, int year)
    {
        var machine = Clock("Scaled", speed).MachineTimeOf(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero));

        machine.Should().BeOnOrAfter(Machine).And.BeBefore(Machine.AddYears(11));
    }

    private static VirtualClock Clock(string mode, double speed = 1) => new(Enum.Parse<ClockMode>(mode), speed, Machine, Start);
}
