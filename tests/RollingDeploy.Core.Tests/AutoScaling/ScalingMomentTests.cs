using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>What a triggered policy may ask for: bounds, cooldowns and what is suspended.</summary>
public sealed class ScalingMomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 1, 0, 0, TimeSpan.Zero);

    private static readonly ScalingMoment Quiet = new(Now, Capacity: 4, Min: 2, Max: 8);

    [Theory]
    [InlineData(150, 6, null)]
    [InlineData(500, 8, null)]
    [InlineData(90, 4, NotScaledCode.AlreadyAtDesiredCapacity)]
    public void Propose_AboveTheTarget_StaysWithinTheBounds(double value, int expected, NotScaledCode? reason)
    {
        Quiet.Propose(Above(value)).Should().Be(new Proposal(expected, reason));
    }

    [Theory]
    [InlineData(60, 3, null)]
    [InlineData(1, 2, null)]
    [InlineData(150, 4, NotScaledCode.AlreadyAtDesiredCapacity)]
    public void Propose_BelowTheTarget_StaysWithinTheBounds(double value, int expected, NotScaledCode? reason)
    {
        Quiet.Propose(Below(value)).Should().Be(new Proposal(expected, reason));
    }

    [Fact]
    public void Propose_AtABound_TellsIt()
    {
        (Quiet with { Capacity = 8 }).Propose(Above(150)).Should().Be(new Proposal(8, NotScaledCode.AlreadyAtMaxCapacity));
        (Quiet with { Capacity = 2 }).Propose(Below(10)).Should().Be(new Proposal(2, NotScaledCode.AlreadyAtMinCapacity));
    }

    [Theory]
    [InlineData(299, 150, 6)]
    [InlineData(299, 180, 8)]
    [InlineData(300, 150, 8)]
    public void Propose_WhileAScaleOutCoolsDown_ReckonsFromBeforeIt(int secondsAgo, double value, int expected)
    {
        var moment = Quiet with { Capacity = 6, LastOut = new(4, Now.AddSeconds(-secondsAgo)) };

        moment.Propose(Above(value)).Capacity.Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    public void Propose_LargerStepWhileAScaleOutCoolsDown_AddsWhatIsMissing(int adjustment, int expected)
    {
        var moment = Quiet with { Capacity = 4, LastOut = new(2, Now) };

        moment.Propose(Step(adjustment)).Capacity.Should().Be(expected);
    }

    [Fact]
    public void Propose_ScaleInWhileAScaleOutCoolsDown_IsNotHeld()
    {
        var moment = Quiet with { LastOut = new(2, Now) };

        moment.Propose(Step(-1)).Capacity.Should().Be(3);
    }

    [Theory]
    [InlineData(299, 4)]
    [InlineData(300, 3)]
    public void Propose_AfterAScaleIn_WaitsForItsCooldown(int secondsAgo, int expected)
    {
        var moment = Quiet with { LastInAt = Now.AddSeconds(-secondsAgo) };

        moment.Propose(Below(60)).Capacity.Should().Be(expected);
        moment.Propose(Above(150)).Capacity.Should().Be(6);
    }

    [Fact]
    public void Propose_WhileSuspended_HoldsThatDirectionOnly()
    {
        var noOut = Quiet with { Suspended = new(Out: true) };
        var noIn = Quiet with { Suspended = new(In: true) };

        noOut.Propose(Above(150)).Should().Be(new Proposal(4, null));
        noOut.Propose(Below(60)).Capacity.Should().Be(3);
        noIn.Propose(Below(60)).Should().Be(new Proposal(4, null));
        noIn.Propose(Above(150)).Capacity.Should().Be(6);
    }

    [Fact]
    public void Propose_WithoutAValue_ChangesNothing()
    {
        Quiet.Propose(new TrackingTrigger(Tracking, IsAbove: true, Value: null)).Capacity.Should().Be(4);
    }

    private static TargetTracking Tracking => new(100, new(new SingleMetric(Samples.Stat), "{}"));

    private static TrackingTrigger Above(double value) => new(Tracking, IsAbove: true, value);

    private static TrackingTrigger Below(double value) => new(Tracking, IsAbove: false, value);

    private static StepTrigger Step(int adjustment) =>
        new(new StepScaling(AdjustmentType.ChangeInCapacity, [new(null, null, adjustment)]), 0, IsAbove: true);
}
