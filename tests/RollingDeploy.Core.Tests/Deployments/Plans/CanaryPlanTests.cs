using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class CanaryPlanTests
{
    [Fact]
    public void Build_OneOfTwo_BakesTheCanaryThenTheRest()
    {
        var line = Lines.Of(Configs.Canary("1", wait: 60, termination: 300), 2);

        line.Should().Be("launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 2");
    }

    [Theory]
    [InlineData(1, "launch 1 | shift 1 | bake 300s | retire 1")]
    [InlineData(2, "launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 2")]
    [InlineData(3, "launch 3 | shift 1 | bake 60s | shift 2 | bake 300s | retire 3")]
    [InlineData(5, "launch 5 | shift 1 | bake 60s | shift 4 | bake 300s | retire 5")]
    [InlineData(10, "launch 10 | shift 1 | bake 60s | shift 9 | bake 300s | retire 10")]
    [InlineData(100, "launch 100 | shift 1 | bake 60s | shift 99 | bake 300s | retire 100")]
    public void Build_CanaryOfOne_LeavesTheRestForTheSecondShift(int size, string expected)
    {
        var line = Lines.Of(Configs.Canary("1", wait: 60, termination: 300), size);

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData(1, "launch 1 | shift 1 | bake 300s | retire 1")]
    [InlineData(2, "launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 2")]
    [InlineData(3, "launch 3 | shift 1 | bake 60s | shift 2 | bake 300s | retire 3")]
    [InlineData(5, "launch 5 | shift 1 | bake 60s | shift 4 | bake 300s | retire 5")]
    [InlineData(10, "launch 10 | shift 3 | bake 60s | shift 7 | bake 300s | retire 10")]
    [InlineData(100, "launch 100 | shift 33 | bake 60s | shift 67 | bake 300s | retire 100")]
    public void Build_AThird_IsRoundedDownButNeverToNothing(int size, string expected)
    {
        var line = Lines.Of(Configs.Canary("33%", wait: 60, termination: 300), size);

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData(2, 5, "launch 5 | shift 2 | bake 60s | shift 3 | bake 300s | retire 2")]
    [InlineData(5, 2, "launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 5")]
    public void Build_OtherSize_CutsTheCanaryFromTheNewSize(int old, int next, string expected)
    {
        var line = Lines.Of(Configs.Canary("50%", wait: 60, termination: 300), (old, next));

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData("1", "launch 2+3 | shift 1+1 | bake 60s | shift 1+2 | bake 300s | retire 2+3")]
    [InlineData("50%", "launch 2+3 | shift 1+1 | bake 60s | shift 1+2 | bake 300s | retire 2+3")]
    public void Build_TwoVariants_EachHasItsCanary(string size, string expected)
    {
        var line = Lines.Of(Configs.Canary(size, wait: 60, termination: 300), (2, 2), (3, 3));

        line.Should().Be(expected);
    }

    [Fact]
    public void Build_TwoVariantsOneOfASingleInstance_ThatOneWaits()
    {
        var line = Lines.Of(Configs.Canary("1", wait: 60, termination: 300), (1, 1), (3, 3));

        line.Should().Be("launch 1+3 | shift 1+1 | bake 60s | shift 0+2 | bake 300s | retire 1+3");
    }

    [Fact]
    public void Build_BakeAfterLastStep_BakesTwiceAtTheEnd()
    {
        var config = Configs.Canary("1", wait: 60, termination: 300);

        var line = PlanFactory.Make(config, Lines.Sizes((5, 5)), bakeAfterLastStep: true).ToString();

        line.Should().Be("launch 5 | shift 1 | bake 60s | shift 4 | bake 60s | bake 300s | retire 5");
    }
}
