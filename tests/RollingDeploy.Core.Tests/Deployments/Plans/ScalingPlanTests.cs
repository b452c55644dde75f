using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class ScalingPlanTests
{
    [Theory]
    [InlineData(3, 5, "launch 2 old")]
    [InlineData(5, 3, "retire 2")]
    [InlineData(0, 2, "launch 2 old")]
    [InlineData(2, 0, "retire 2")]
    [InlineData(4, 4, "")]
    public void Build_OneVariant_AddsOrTakesTheDifference(int old, int next, string expected)
    {
        var plan = ScalingPlan.Build(Lines.Sizes((old, next)), settles: false);

        plan.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData(3, 5, "launch 2 old | shift 0")]
    [InlineData(5, 3, "shift 0 | retire 2")]
    [InlineData(4, 4, "shift 0")]
    public void Build_Weights_TrafficFollowsWhenWhatIsAddedIsThere(int old, int next, string expected)
    {
        var plan = ScalingPlan.Build(Lines.Sizes((old, next)), settles: true);

        plan.ToString().Should().Be(expected);
    }

    [Fact]
    public void Build_OneVariantOutAndOneIn_NeverServesWithLessOnTheWay()
    {
        var plan = ScalingPlan.Build(Lines.Sizes((2, 4), (5, 1), (3, 3)), settles: true);

        plan.ToString().Should().Be("launch 2+0+0 old | shift 0+0+0 | retire 0+4+0");
    }

    [Fact]
    public void Unscale_HalfwayOut_TakesOnlyWhatWasAdded()
    {
        var plan = RollbackPlan.Unscale([new(4, 0, 0), new(5, 0, 0)], Lines.Sizes((2, 6), (5, 1)));

        plan.ToString().Should().Be("retire 2+0");
    }
}
