using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>Step policies from the user's alarm to the fleet.</summary>
public sealed class StepScenarioTests
{
    private readonly ScaledWorld _scaled = new();

    [Theory]
    [InlineData(6, 5)]
    [InlineData(15, 6)]
    public void Alarm_BeyondItsThreshold_TakesTheStepOfTheDistance(double errors, int expected)
    {
        var policy = _scaled.Step("steps", new(0, 10, 1), new(10, null, 2));
        _scaled.AlarmActs(policy.Arn);

        Errors(errors);

        _scaled.Capacity.Should().Be(expected);
        _scaled.Last.Cause.Should().Be("monitor alarm errors in state ALARM triggered policy steps");
    }

    [Fact]
    public void Alarm_SetByHand_TakesTheStepAtTheThreshold()
    {
        var policy = _scaled.Step("steps", new(0, 10, 1), new(10, null, 2));
        _scaled.AlarmActs(policy.Arn);

        _scaled.World.SetAlarm("errors", AlarmState.Alarm);

        _scaled.Capacity.Should().Be(5);
    }

    [Fact]
    public void Alarm_BelowItsThreshold_ScalesIn()
    {
        var policy = _scaled.Step("steps", new StepAdjustment(null, 0, -1));
        _scaled.AlarmActs(policy.Arn, ComparisonOperator.LessThanThreshold);

        Errors(1);

        _scaled.Capacity.Should().Be(3);
    }

    [Fact]
    public void Alarm_WhoseActionsAreDisabled_ScalesNothing()
    {
        var policy = _scaled.Step("steps", new StepAdjustment(null, null, 1));
        _scaled.AlarmActs(policy.Arn);
        _scaled.World.Apply(new SetAlarmActions(TestWorld.RegionName, ["errors"], Enabled: false));

        Errors(9);

        _scaled.Capacity.Should().Be(4);
    }

    [Fact]
    public void TwoPolicies_AtOneInstant_TheLargestCapacityWins()
    {
        var small = _scaled.Step("small", new StepAdjustment(null, null, 1));
        var large = _scaled.Step("zlarge", new StepAdjustment(null, null, 3));
        _scaled.World.Apply(new PutMetricAlarm(TestWorld.RegionName, "errors", Samples.Alarm, "{}")
        {
            Actions = new() { Alarm = [small.Arn, large.Arn] },
        });

        _scaled.World.SetAlarm("errors", AlarmState.Alarm);

        _scaled.Capacity.Should().Be(7);
        _scaled.Activities.Should().ContainSingle();
    }

    [Fact]
    public void Delete_Policy_LeavesTheUsersAlarm()
    {
        var policy = _scaled.Step("steps", new StepAdjustment(null, null, 1));
        _scaled.AlarmActs(policy.Arn);

        _scaled.World.Apply(new DeleteScalingPolicy(TestWorld.RegionName, ScaledWorld.Variant.Key, "steps"));
        Errors(9);

        _scaled.StateOf("errors").Should().Be(AlarmState.Alarm);
        _scaled.Capacity.Should().Be(4);
    }

    private void Errors(double count)
    {
        _scaled.World.Apply(Samples.Put(count));
        _scaled.World.Advance(60);
    }
}
