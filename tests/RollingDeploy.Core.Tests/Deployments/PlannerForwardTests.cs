using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;
using static RollingDeploy.Core.Tests.Deployments.PlannerSamples;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>The way forward, decision by decision.</summary>
public sealed class PlannerForwardTests
{
    // launch 2 | shift 2 | bake 300s | retire 2
    private const int Launch = 0;
    private const int Shift = 1;
    private const int Bake = 2;
    private const int Retire = 3;

    private static readonly Deployment AllAtOnce = Of(Configs.AllAtOnce(termination: 300, timeout: 600).Watching("bad"));

    [Fact]
    public void Decide_NotBegun_OrdersTheFirstStep()
    {
        var decision = Planner.Decide(AllAtOnce, Standing(2, 0), At(0));

        decision.Order.Should().Be(AllAtOnce.Forward.Steps[0]);
        decision.Next.StepIndex.Should().Be(Launch);
        decision.Events().Should().Equal("started", "launching");
    }

    [Theory]
    [InlineData(Launch, 2, 0, 0, true, null)]
    [InlineData(Launch, 2, 1, 0, true, null)]
    [InlineData(Launch, 2, 2, 0, true, "shifting")]
    [InlineData(Shift, 2, 2, 2, false, null)]
    [InlineData(Shift, 2, 2, 1, true, null)]
    [InlineData(Shift, 2, 2, 2, true, "bakeStarted")]
    [InlineData(Retire, 1, 2, 2, true, null)]
    [InlineData(Retire, 0, 2, 2, true, "succeeded")]
    public void Decide_FleetsStandSo_GoesOnWhenTheStepIsDone(
        int step, int old, int next, int active, bool settled, string? expected)
    {
        // Instances that have been ordered and are not up yet are there, but not in service.
        var up = Standing(old, next, active) with { TrafficSettled = settled };
        var variant = up.Variants[0] with { NewTotal = 2, NewLive = 2 };

        var decision = Planner.Decide(AllAtOnce.In(step, since: 10), up with { Variants = [variant] }, At(20));

        (decision.Acts ? decision.Events()[^1] : null).Should().Be(expected);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(309.999)]
    public void Decide_BakeNotOver_LooksAgainAtItsEnd(double now)
    {
        var decision = Planner.Decide(AllAtOnce.In(Bake, since: 10), Standing(2, 2, 2).Seeing(), At(now));

        decision.Acts.Should().BeFalse();
        decision.LookAgainAt.Should().Be(At(310), "alarms that change wake it before");
    }

    [Fact]
    public void Decide_BakeWithoutAlarms_LooksAgainOnlyAtItsEnd()
    {
        var deployment = AllAtOnce with { Alarms = [] };

        var decision = Planner.Decide(deployment.In(Bake, since: 10), Standing(2, 2, 2), At(11));

        decision.LookAgainAt.Should().Be(At(310));
    }

    [Fact]
    public void Decide_BakeOfThreeHundredSeconds_EndsAfterExactlyThat()
    {
        var deployment = AllAtOnce.In(Bake, since: 10);

        Planner.Decide(deployment, Standing(2, 2, 2).Seeing(), At(310).AddTicks(-1)).Acts.Should().BeFalse();
        Planner.Decide(deployment, Standing(2, 2, 2).Seeing(), At(310)).Events().Should().Equal("bakeEnded", "retiring");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(310)]
    public void Decide_AlarmTrippedInABake_TurnsBack(double now)
    {
        var decision = Planner.Decide(AllAtOnce.In(Bake, since: 10), Standing(2, 2, 2).Seeing(tripped: true), At(now));

        decision.Events().Should().Equal("alarmTripped", "rollbackStarted");
        decision.Next.Status.Should().Be(DeploymentStatus.RollingBack);
        decision.Next.Rollback!.ToString().Should().Be("shift -2 | retire 2 new");
        decision.Next.TurnedBackAfter.Should().Be(3);
    }

    [Theory]
    [InlineData(Launch)]
    [InlineData(Shift)]
    public void Decide_AlarmTrippedOutsideABake_WaitsForTheNextOne(int step)
    {
        var decision = Planner.Decide(AllAtOnce.In(step, since: 10), Standing(2, 2, 1).Seeing(tripped: true), At(20));

        decision.Next.Status.Should().Be(DeploymentStatus.InProgress);
    }

    [Fact]
    public void Decide_AlarmDeletedInABake_TurnsBack()
    {
        var decision = Planner.Decide(AllAtOnce.In(Bake, since: 10), Standing(2, 2, 2).Seeing(exists: false), At(20));

        decision.Events().Should().Equal("alarmGone", "rollbackStarted");
    }

    [Fact]
    public void Decide_LaunchFailed_TurnsBack()
    {
        var observation = Standing(2, 1) with { NewLaunchFailure = "No capacity." };

        var decision = Planner.Decide(AllAtOnce.In(Launch, since: 0), observation, At(5));

        decision.Events().Should().Equal("launchFailed", "rollbackStarted");
        decision.Next.FailureReason.Should().Be("No capacity.");
        decision.Next.Rollback!.ToString().Should().Be("retire 1 new");
    }

    [Fact]
    public void Decide_InstanceLostDuringALaunch_LaunchesItAgain()
    {
        var decision = Planner.Decide(AllAtOnce.In(Launch, since: 0), Standing(2, 1), At(3));

        decision.Order.Should().Be(AllAtOnce.Forward.Steps[Launch]);
        decision.Events().Should().Equal("relaunched");
    }

    [Fact]
    public void Decide_CreationFailed_EndsWithoutAWayBack()
    {
        var deployment = Of(new DeploymentConfig()) with { Trigger = DeploymentTrigger.CreateEndpoint };
        var observation = Standing(0, 1) with { NewLaunchFailure = "No capacity." };

        var decision = Planner.Decide(deployment.In(Launch, since: 0), observation, At(5));

        decision.Next.Status.Should().Be(DeploymentStatus.Failed);
        decision.Next.EndedAt.Should().Be(At(5));
        decision.Events().Should().Equal("launchFailed");
    }

    [Theory]
    [InlineData(DeploymentStatus.Succeeded)]
    [InlineData(DeploymentStatus.RolledBack)]
    [InlineData(DeploymentStatus.RollbackFailed)]
    [InlineData(DeploymentStatus.Failed)]
    public void Decide_Ended_DoesNothingAndNeverLooksAgain(DeploymentStatus status)
    {
        var decision = Planner.Decide(AllAtOnce with { Status = status }, Standing(2, 2), At(5));

        decision.Should().BeEquivalentTo(new { Acts = false, LookAgainAt = (DateTimeOffset?)null });
    }
}
