using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Tests.Support;
using static RollingDeploy.Core.Tests.Deployments.PlannerSamples;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>The way back, decision by decision.</summary>
public sealed class PlannerBackTests
{
    // launch 1 old | shift -2 | retire 2 new
    private static readonly Deployment Back = Of(Configs.Rolling("1", wait: 300)).TurnedBack(BackAtOnce(1, 2, 2));

    [Fact]
    public void Decide_JustTurnedBack_OrdersTheFirstStepOfTheWayBack()
    {
        var decision = Planner.Decide(Back, Standing(1, 2, 2), At(20));

        decision.Order.Should().Be(Back.Rollback!.Steps[0]);
        decision.Events().Should().Equal("launching");
    }

    [Theory]
    [InlineData(0, 2, 2, 2, "launched", "shiftingBack")]
    [InlineData(1, 2, 2, 0, "shifted", "retiring")]
    [InlineData(2, 2, 0, 0, "retired", "rolledBack")]
    public void Decide_StepDone_BeginsTheNextOrEnds(int step, int old, int next, int active, string ended, string begun)
    {
        var decision = Planner.Decide(Back with { StepIndex = step }, Standing(old, next, active), At(30));

        decision.Events().Should().Equal(ended, begun);
    }

    [Fact]
    public void Decide_NothingToTakeBack_IsOverAtOnce()
    {
        var deployment = Back with { Rollback = BackAtOnce(2, 0, 0) };

        var decision = Planner.Decide(deployment, Standing(2, 0), At(20));

        decision.Next.Status.Should().Be(DeploymentStatus.RolledBack);
        decision.Events().Should().Equal("rolledBack");
    }

    [Fact]
    public void Decide_NewInstanceIsLostOrStillComing_GoesOnWithoutIt()
    {
        var decision = Planner.Decide(Back with { StepIndex = 0 }, Standing(2, 1, 1), At(30));

        decision.Events().Should().Equal("launched", "shiftingBack");
    }

    [Fact]
    public void Decide_LaunchFailed_EndsInRollbackFailed()
    {
        var observation = Standing(1, 2, 2) with { OldLaunchFailure = "No capacity." };

        var decision = Planner.Decide(Back with { StepIndex = 0 }, observation, At(30));

        decision.Next.Status.Should().Be(DeploymentStatus.RollbackFailed);
        decision.Next.FailureReason.Should().Be("Why. The rollback failed: No capacity.");
        decision.Next.EndedAt.Should().Be(At(30));
        decision.Events().Should().Equal("rollbackFailed");
    }

    [Fact]
    public void Decide_AlarmTripsOnTheWayBack_MakesNoDifference()
    {
        var decision = Planner.Decide(Back, Standing(1, 2, 2).Seeing(tripped: true), At(20));

        decision.Events().Should().Equal("launching");
    }

    [Fact]
    public void Decide_RollbackBatchGiven_BuildsTheWayBackInBatches()
    {
        var deployment = Of(Configs.Rolling("2", wait: 300, rollback: "1").Watching("bad"), size: 5).In(6, since: 400);

        var decision = Planner.Decide(deployment, Standing(3, 4, 4).Seeing(tripped: true), At(410));

        decision.Next.Rollback!.ToString().Should().Be(
            "shift -2 | retire 2 new | launch 1 old | shift -1 | retire 1 new | launch 1 old | shift -1 | retire 1 new");
    }

    [Fact]
    public void Decide_Twice_TheSecondTimeChangesNothing()
    {
        var first = Planner.Decide(Back, Standing(1, 2, 2), At(20));
        var launching = Standing(1, 2, 2);
        var ordered = launching with { Variants = [launching.Variants[0] with { OldLive = 2, OldTotal = 2 }] };

        var second = Planner.Decide(first.Next, ordered, At(20));

        second.Acts.Should().BeFalse();
        second.Next.Should().BeSameAs(first.Next);
    }
}
