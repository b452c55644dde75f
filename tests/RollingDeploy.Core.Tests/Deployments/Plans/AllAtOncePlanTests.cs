using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class AllAtOncePlanTests
{
    [Theory]
    [InlineData(1, "launch 1 | shift 1 | bake 300s | retire 1")]
    [InlineData(2, "launch 2 | shift 2 | bake 300s | retire 2")]
    [InlineData(3, "launch 3 | shift 3 | bake 300s | retire 3")]
    [InlineData(5, "launch 5 | shift 5 | bake 300s | retire 5")]
    [InlineData(10, "launch 10 | shift 10 | bake 300s | retire 10")]
    [InlineData(100, "launch 100 | shift 100 | bake 300s | retire 100")]
    public void Build_TerminationWait_IsTheOneBake(int size, string expected)
    {
        var line = Lines.Of(Configs.AllAtOnce(termination: 300), size);

        line.Should().Be(expected);
    }

    [Fact]
    public void Build_NoTerminationWait_StillLooksAtTheAlarmsOnce()
    {
        var line = Lines.Of(Configs.AllAtOnce(termination: 0), 2);

        line.Should().Be("launch 2 | shift 2 | bake 0s | retire 2");
    }

    [Fact]
    public void Build_WaitInterval_HasNoEffect()
    {
        var config = new DeploymentConfig
        {
            BlueGreen = new(DeploymentPolicy.AllAtOnce, WaitIntervalInSeconds: 600) { TerminationWaitInSeconds = 300 },
        };

        var line = Lines.Of(config, 2);

        line.Should().Be("launch 2 | shift 2 | bake 300s | retire 2");
    }

    [Theory]
    [InlineData(2, 5, "launch 5 | shift 5 | bake 300s | retire 2")]
    [InlineData(5, 2, "launch 2 | shift 2 | bake 300s | retire 5")]
    public void Build_OtherSize_LaunchesTheNewAndRetiresTheOld(int old, int next, string expected)
    {
        var line = Lines.Of(Configs.AllAtOnce(termination: 300), (old, next));

        line.Should().Be(expected);
    }

    [Fact]
    public void Build_TwoVariants_MoveTogether()
    {
        var line = Lines.Of(Configs.AllAtOnce(termination: 300), (2, 2), (3, 3));

        line.Should().Be("launch 2+3 | shift 2+3 | bake 300s | retire 2+3");
    }
}
