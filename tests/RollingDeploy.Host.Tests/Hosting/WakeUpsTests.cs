using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class WakeUpsTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WakeUps _wakeUps = new();
    private readonly SimulationTime _time;

    public WakeUpsTests()
    {
        var time = new ManualTime(Start);
        _time = new SimulationTime(time, new MachineClock(time), new AdvanceThreads(), _wakeUps);
    }

    [Fact]
    public void TryTake_BeforeAWorldIsDue_TakesNothing()
    {
        Expect(Session(), 10);

        _wakeUps.TryTake(Start.AddSeconds(9), out _).Should().BeFalse();
    }

    [Fact]
    public void TryTake_WhenSeveralAreDue_TakesTheEarliestFirst()
    {
        var (late, early) = (Session(), Session());
        Expect(late, 20);
        Expect(early, 10);

        Take(30).Should().Equal(early, late);
    }

    [Fact]
    public void TryTake_OfAWorldExpectedTwice_TakesItOnce()
    {
        var session = Session();
        Expect(session, 20);
        Expect(session, 10);

        Take(30).Should().Equal(session);
    }

    [Fact]
    public void Expect_OfAWorldThatWaitsForNothing_TakesItOut()
    {
        var session = Session();
        Expect(session, 10);
        session.World.RunUntil(Start.AddSeconds(10));

        _wakeUps.Expect(session);

        Take(30).Should().BeEmpty();
    }

    [Fact]
    public void Next_WhenAnEarlierOneArrives_Completes()
    {
        Expect(Session(), 20);
        var (due, changed) = _wakeUps.Next();

        Expect(Session(), 10);

        due.Should().Be(Start.AddSeconds(20).AddMilliseconds(1));
        changed.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void Next_WhenALaterOneArrives_GoesOnWaiting()
    {
        Expect(Session(), 10);
        var (_, changed) = _wakeUps.Next();

        Expect(Session(), 20);

        changed.IsCompleted.Should().BeFalse();
    }

    private WorldSession Session() => new(
        () => (new World("000000000000", new WorldSettings { Start = Start }), new VirtualClock(ClockMode.Real, 1, Start, Start)),
        _ => throw new InvalidOperationException("There is no reset here."),
        _time);

    private void Expect(WorldSession session, int seconds)
    {
        session.World.Schedule.Add(Start.AddSeconds(seconds), DueKind.Fleet, new Owner("us-east-1", "demo"));
        session.World.RunUntil(Start);
        _wakeUps.Expect(session);
    }

    private List<WorldSession> Take(int seconds)
    {
        var taken = new List<WorldSession>();
        while (_wakeUps.TryTake(Start.AddSeconds(seconds), out var session))
        {
            taken.Add(session);
        }

        return taken;
    }
}
