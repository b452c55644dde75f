using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class DefaultPlanTests
{
    [Theory]
    [InlineData(1, "launch 1 | shift 1 | retire 1")]
    [InlineData(2, "launch 2 | shift 2 | retire 2")]
    [InlineData(3, "launch 3 | shift 3 | retire 3")]
    [InlineData(5, "launch 5 | shift 5 | retire 5")]
    [InlineData(10, "launch 10 | shift 10 | retire 10")]
    [InlineData(100, "launch 100 | shift 100 | retire 100")]
    public void Build_NoPolicy_MovesEverythingWithoutABake(int size, string expected)
    {
        var line = Lines.Of(new DeploymentConfig(), size);

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData(2, 5, "launch 5 | shift 5 | retire 2")]
    [InlineData(5, 2, "launch 2 | shift 2 | retire 5")]
    [InlineData(100, 1, "launch 1 | shift 1 | retire 100")]
    public void Build_OtherSize_LaunchesTheNewAndRetiresTheOld(int old, int next, string expected)
    {
        var line = Lines.Of(new DeploymentConfig(), (old, next));

        line.Should().Be(expected);
    }

    [Fact]
    public void Build_AlarmsButNoPolicy_LooksAtThemOnce()
    {
        var line = Lines.Of(new DeploymentConfig().Watching("bad"), 2);

        line.Should().Be("launch 2 | shift 2 | bake 0s | retire 2");
    }

    [Fact]
    public void Build_VariantAddedAndOneDropped_EachMovesOnItsOwnSide()
    {
        var line = Lines.Of(new DeploymentConfig(), (2, 2), (0, 3), (4, 0));

        line.Should().Be("launch 2+3+0 | shift 2+3+0 | retire 2+0+4");
    }
}
