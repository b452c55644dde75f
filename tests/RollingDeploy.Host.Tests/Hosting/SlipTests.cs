using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>
/// A clock that asks for more than the machine can do slips: here each look at the machine's clock takes a millisecond.
/// </summary>
public sealed class SlipTests
{
    private const int Entries = 10_000;
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SlowMachine _machine = new();
    private readonly WorldSession _session;

    public SlipTests()
    {
        _session = new WorldSession(
            () => (new World("000000000000", new WorldSettings { Start = Start }), new VirtualClock(ClockMode.Scaled, 3600, default, Start)),
            _ => throw new InvalidOperationException("There is no reset here."),
            new SimulationTime(_machine, new MachineClock(_machine), new AdvanceThreads(), new WakeUps()));
        _session.World.Apply(new PutMetricData("us-east-1", []), Start);
        foreach (var second in Enumerable.Range(1, Entries))
        {
            _session.World.Schedule.Add(Start.AddSeconds(second), DueKind.Fleet, new Owner("us-east-1", "nobody"));
            _session.World.Schedule.Add(Start.AddSeconds(second), DueKind.Deployment, new Owner("us-east-1", "nobody"));
        }

        _session.Apply(new PutMetricData("us-east-1", []));
        _machine.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Read_WithMoreDueThanACallMayDo_AnswersFromWhereItCame()
    {
        var now = _session.Read("us-east-1", region => region.Now);

        now.Should().BeAfter(Start).And.BeBefore(Start.AddSeconds(Entries));
        _session.World.Schedule.Count.Should().BeGreaterThan(Entries);
    }

    [Fact]
    public void Read_WithMoreDueThanACallMayDo_AnchorsTheClockThere()
    {
        var now = _session.Read("us-east-1", region => region.Now);

        _session.Clock.VirtualAnchor.Should().Be(now);
        _session.Clock.Behind.Should().BeCloseTo(TimeSpan.FromHours(3600), TimeSpan.FromHours(4));
    }

    [Fact]
    public void Apply_WithMoreDueThanACallMayDo_FinishesTheInstantFirst()
    {
        _session.Apply(new PutMetricData("us-east-1", []));

        var (now, next) = _session.World.Read(world => (world.Now, world.NextDue));
        now.Should().BeBefore(Start.AddSeconds(Entries));
        next.Should().BeAfter(now);
    }

    [Fact]
    public void Read_AgainAndAgain_SkipsNothing()
    {
        var (calls, last) = (0, Start);
        while (_session.World.Schedule.Count > 0 && ++calls < Entries)
        {
            var now = _session.Read("us-east-1", region => region.Now);
            now.Should().BeOnOrAfter(last);
            last = now;
        }

        _session.World.Schedule.Count.Should().Be(0);
        calls.Should().BeGreaterThan(10);
    }

    [Fact]
    public void Visit_WithASecondTurn_LosesNoTimeTwice()
    {
        var visit = new Visit(_session);
        var reached = visit.Read("us-east-1", region => region.Now);
        var behind = _session.Clock.Behind;

        var again = visit.Read("us-east-1", region => region.Now);

        again.Should().Be(reached);
        _session.Clock.Behind.Should().Be(behind);
    }

    [Fact]
    public async Task Read_WhileTheClockIsAnchored_Ends()
    {
        var reads = Task.Run(() =>
        {
            for (var i = 0; i < 300; i++)
            {
                _machine.Advance(TimeSpan.FromSeconds(1));
                _session.Read("us-east-1", region => region.Now);
            }
        });
        var anchors = Task.Run(() =>
        {
            while (!reads.IsCompleted)
            {
                _session.Anchor(_session.World);
            }
        });

        await Task.WhenAll(reads, anchors).WaitAsync(TimeSpan.FromMinutes(1));
    }

    private sealed class SlowMachine : TimeProvider
    {
        private long _milliseconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Interlocked.Increment(ref _milliseconds);

        public override DateTimeOffset GetUtcNow() => default;

        public void Advance(TimeSpan by) => Interlocked.Add(ref _milliseconds, (long)by.TotalMilliseconds);
    }
}
