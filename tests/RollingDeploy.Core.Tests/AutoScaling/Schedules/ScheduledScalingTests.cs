using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling.Schedules;

/// <summary>
/// What scheduled actions do at their times. The texts are those of AWS's user guide (getting started with scheduled scaling,
/// step 3: view the scaling activities).
/// </summary>
public sealed class ScheduledScalingTests
{
    private readonly ScaledWorld _scaled = new();

    [Fact]
    public void Action_AboveTheCapacity_SetsTheBoundsAndScalesOut()
    {
        _scaled.In(60, 6, 7);

        _scaled.World.Advance(59);
        _scaled.Capacity.Should().Be(4);
        _scaled.World.Advance(1).ToTheEnd();

        _scaled.Capacity.Should().Be(6);
        (_scaled.Target.MinCapacity, _scaled.Target.MaxCapacity).Should().Be((6, 7));
        _scaled.Story().Should().Equal(
            "Setting min capacity to 6 and max capacity to 7 | scheduled action name action was triggered | Successfully set min capacity to 6 and max capacity to 7",
            "Setting desired instance count to 6. | minimum capacity was set to 6 | Successfully set desired instance count to 6. Change successfully fulfilled by sagemaker.");
    }

    [Fact]
    public void Action_BelowTheCapacity_ScalesIn()
    {
        _scaled.In(60, 1, 3);

        _scaled.World.Advance(60).ToTheEnd();

        _scaled.Capacity.Should().Be(3);
        _scaled.Story().Last().Should().Contain("maximum capacity was set to 3");
    }

    [Fact]
    public void Activity_OfTheBounds_HasEndedButHasNoEndTime()
    {
        _scaled.In(60, 1, 8);

        _scaled.World.Advance(60);

        _scaled.Last.Status.Should().Be(ScalingStatus.Successful);
        _scaled.Last.EndedAt.Should().BeNull("AWS's answers have none");
    }

    [Theory]
    [InlineData(5, null, 5, 8, "Setting min capacity to 5")]
    [InlineData(null, 3, 2, 3, "Setting max capacity to 3")]
    public void Action_WithOneBound_KeepsTheOther(int? min, int? max, int newMin, int newMax, string description)
    {
        _scaled.In(60, min, max);

        _scaled.World.Advance(60);

        (_scaled.Target.MinCapacity, _scaled.Target.MaxCapacity).Should().Be((newMin, newMax));
        _scaled.Story().First().Should().StartWith(description + " |");
    }

    // "You must include both sizes to ensure that the new minimum capacity is not greater than the maximum capacity."
    [Theory]
    [InlineData(9, null, "Failed to set min capacity to 9. Reason: Maximum capacity cannot be less than minimum capacity")]
    [InlineData(null, 1, "Failed to set max capacity to 1. Reason: Maximum capacity cannot be less than minimum capacity")]
    public void Action_WhoseBoundCrossesTheOther_FailsAndChangesNothing(int? min, int? max, string message)
    {
        _scaled.In(60, min, max);

        _scaled.World.Advance(60).ToTheEnd();

        (_scaled.Target.MinCapacity, _scaled.Target.MaxCapacity, _scaled.Capacity).Should().Be((2, 8, 4));
        (_scaled.Last.Status, _scaled.Last.StatusMessage).Should().Be((ScalingStatus.Failed, message));
    }

    [Fact]
    public void Actions_AtTheSameTime_RunInTheOrderOfTheirCreation()
    {
        _scaled.Schedule("rate(1 minute)", 3, 5, "later-name-first");
        _scaled.Schedule("rate(2 minutes)", 2, 4, "b");
        _scaled.Schedule("rate(4 minutes)", 1, 3, "a");

        _scaled.World.Advance(240);

        _scaled.World.Region.Scaling.Activities.At(_scaled.World.World.Now)
            .Where(each => each.StartedAt == _scaled.World.World.Now && each.Cause.EndsWith(" was triggered", StringComparison.Ordinal))
            .Select(each => each.Cause.Split(' ')[3])
            .Should().Equal("later-name-first", "b", "a");
        _scaled.Target.MaxCapacity.Should().Be(3);
    }

    [Fact]
    public void Action_WhileTheEndpointIsUpdated_SetsTheBoundsButCannotScale()
    {
        _scaled.In(60, 6, 8);
        _scaled.World.Advance(58).Config("v3", 4).Update("v3", Configs.Rolling("1", wait: 60));

        _scaled.World.Advance(2);
        _scaled.Last.StatusMessage.Should().Be(
            "Failed to set desired instance count to 6. Reason: Resource Id endpoint/e/variant/a is not scalable. Reason: The status "
            + "must be 'InService'.");
        _scaled.World.ToTheEnd();

        (_scaled.Target.MinCapacity, _scaled.Capacity).Should().Be((6, 4));
    }

    [Fact]
    public void Action_WhileScheduledScalingIsSuspended_IsNotMadeUpFor()
    {
        _scaled.Register(null, null, new(Scheduled: true));
        _scaled.Schedule("rate(1 minute)", 5, 8);

        _scaled.World.Advance(150);
        var suspended = (_scaled.Target.MinCapacity, _scaled.Story().Count());
        _scaled.Register(null, null, new(Scheduled: false));
        var resumed = _scaled.Target.MinCapacity;
        _scaled.World.Advance(30);

        suspended.Should().Be((2, 0));
        resumed.Should().Be(2);
        _scaled.Target.MinCapacity.Should().Be(5);
    }

    [Fact]
    public void Policy_AfterAScheduledAction_StaysWithinItsBounds()
    {
        _scaled.Track();
        _scaled.Schedule("rate(1 minute)", 2, 5);

        _scaled.Minutes(4, 300).World.ToTheEnd();

        _scaled.Capacity.Should().Be(5);
    }

    [Fact]
    public void Action_ThatHasRun_IsKeptAndDoesNotRunAgain()
    {
        _scaled.In(60, 2, 8);

        _scaled.World.Advance(86_400);

        _scaled.Action().NextAt.Should().BeNull();
        _scaled.Story().Should().ContainSingle();
    }

    [Fact]
    public void Update_OfMembers_KeepsTheOthersButNotStartAndEnd()
    {
        var now = _scaled.World.World.Now;
        _scaled.Schedule("cron(0 18 * * ? *)", 1, 2, more: put => put with
        {
            Zone = Zones.NewYork,
            Start = now.AddDays(1),
            End = now.AddDays(9),
        });
        var created = _scaled.Action();
        _scaled.World.Advance(60);

        _scaled.World.Apply(new PutScheduledAction(TestWorld.RegionName, ScaledWorld.Variant.Key, "action") { Bounds = new(3, null) });

        var updated = _scaled.Target.Scheduled.All.Should().ContainSingle().Which;
        (updated.Schedule, updated.Zone, updated.Start, updated.End).Should().Be(("cron(0 18 * * ? *)", Zones.NewYork, null, null));
        updated.Bounds.Should().Be(new ScheduledBounds(3, null));
        (updated.Arn, updated.CreatedAt).Should().Be((created.Arn, now));
    }

    [Fact]
    public void Update_ToAnEarlierAndALaterTime_RunsOnce()
    {
        _scaled.In(600, 5, 8);
        _scaled.In(60, 5, 8);
        _scaled.In(1200, 5, 8);

        _scaled.World.Advance(1199);
        _scaled.Story().Should().BeEmpty();
        _scaled.World.Advance(1000);

        _scaled.Story().Where(line => line.Contains("action name", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public void Delete_Action_StopsIt()
    {
        _scaled.In(60, 5, 8);
        _scaled.In(60, 2, 7, "other");

        _scaled.World.Apply(new DeleteScheduledAction(TestWorld.RegionName, ScaledWorld.Variant.Key, "action"));
        _scaled.World.Advance(120);

        (_scaled.Target.MinCapacity, _scaled.Target.MaxCapacity).Should().Be((2, 7));
    }

    [Fact]
    public void Deregister_Target_DeletesItsActions()
    {
        _scaled.Schedule("rate(1 minute)", 5, 8);

        _scaled.World.Apply(new DeregisterScalableTarget(TestWorld.RegionName, ScaledWorld.Variant.Key));
        _scaled.Register(2, 8);
        _scaled.World.Advance(300);

        _scaled.Target.Scheduled.All.Should().BeEmpty();
        _scaled.Story().Should().BeEmpty();
    }

    [Fact]
    public void Delete_Endpoint_DeletesItsActions()
    {
        _scaled.Schedule("rate(1 minute)", 5, 8);

        _scaled.World.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        _scaled.World.Advance(300).Region.Scaling.Targets.Should().BeEmpty();
        _scaled.Story().Should().BeEmpty();
    }

    [Fact]
    public void Arns_OfATarget_HaveOneUuid()
    {
        _scaled.In(60, 5, 8);
        _scaled.In(60, 5, 8, "other");

        var arns = _scaled.Target.Scheduled.All.Select(action => action.Arn).ToList();

        arns[0].Should().MatchRegex(
            "^arn:aws:autoscaling:us-east-1:123456789012:scheduledAction:[0-9a-f-]{36}:resource/sagemaker/endpoint/e/variant/a:scheduledActionName/action$");
        arns[1].Should().Be(arns[0].Replace("Name/action", "Name/other", StringComparison.Ordinal));
    }
}
