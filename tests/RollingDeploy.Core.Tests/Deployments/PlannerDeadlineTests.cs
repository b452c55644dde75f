using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Tests.Support;
using static RollingDeploy.Core.Tests.Deployments.PlannerSamples;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>The deadline: from the first shift until the last old instance is ordered to go, here 600 s.</summary>
public sealed class PlannerDeadlineTests
{
    // launch 1 | shift 1 | bake 300s | retire 1 | launch 1 | shift 1 | bake 300s | retire 1
    private static readonly Deployment Rolling = Of(Configs.Rolling("1", wait: 300, timeout: 600));

    [Fact]
    public void Decide_DeadlineInABake_TimesOut()
    {
        var decision = Planner.Decide(Rolling.In(2, since: 500), Standing(2, 1, 1), At(600));

        decision.Events().Should().Equal("timedOut", "rollbackStarted");
        decision.Next.FailureReason.Should().Be(
            "Endpoint update exceeded the maximum execution timeout of 600 seconds and was rolled back.");
    }

    [Theory]
    [InlineData(0, 2, 0, 0, 599, 0, false)]
    [InlineData(0, 2, 0, 0, 600, 0, false)]
    [InlineData(0, 2, 0, 0, 9999, 0, false)]
    [InlineData(0, 2, 1, 0, 600, 0, true)]
    [InlineData(1, 2, 1, 0, 600, 590, false)]
    [InlineData(2, 2, 1, 1, 599, 590, false)]
    [InlineData(2, 2, 1, 1, 600, 590, true)]
    [InlineData(3, 2, 1, 1, 600, 590, false)]
    [InlineData(3, 1, 1, 1, 600, 590, true)]
    [InlineData(4, 1, 1, 1, 599, 590, false)]
    [InlineData(4, 1, 1, 1, 600, 590, true)]
    [InlineData(6, 1, 2, 2, 600, 300, false)]
    [InlineData(7, 1, 2, 2, 600, 590, false)]
    [InlineData(7, 0, 2, 2, 600, 590, false)]
    public void Decide_Step_TimesOutOrNot(int step, int old, int next, int active, double now, double since, bool expected)
    {
        // 0: the first launch may take as long as it likes, but no traffic moves after it (fourth row). 1, 3: a shift and a
        // retirement are finished first. 6: the last bake ends with the deadline. 7: the last retirement is never undone.
        var ordered = Standing(old, next, active);
        var all = step < 4 ? 1 : 2;
        var variant = ordered.Variants[0] with { NewLive = all, NewTotal = all };

        var decision = Planner.Decide(Rolling.In(step, since), ordered with { Variants = [variant] }, At(now));

        decision.Events().Contains("timedOut").Should().Be(expected);
    }

    [Fact]
    public void Decide_WaitingForALaterLaunch_LooksAgainAtTheDeadline()
    {
        var observation = Standing(1, 1, 1);
        var variant = observation.Variants[0] with { NewLive = 2, NewTotal = 2 };

        var decision = Planner.Decide(Rolling.In(4, since: 320), observation with { Variants = [variant] }, At(320));

        decision.LookAgainAt.Should().Be(At(600));
    }

    [Fact]
    public void Decide_WaitingForTheFirstLaunch_OnlyTheFleetMovesItOn()
    {
        var observation = Standing(2, 0);
        var variant = observation.Variants[0] with { NewLive = 1, NewTotal = 1 };

        var decision = Planner.Decide(Rolling.In(0, since: 0), observation with { Variants = [variant] }, At(1));

        decision.Should().BeEquivalentTo(new { Acts = false, LookAgainAt = (DateTimeOffset?)null });
    }

    [Fact]
    public void Decide_OnTheWayBack_TheDeadlineDoesNotCount()
    {
        var decision = Planner.Decide(Rolling.TurnedBack(BackAtOnce(2, 1, 1)), Standing(2, 1, 1), At(9999));

        decision.Events().Should().Equal("shiftingBack");
    }
}
