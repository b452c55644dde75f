using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

public sealed class CapacitySizeTests
{
    [Theory]
    [InlineData("2", 5, 2)]
    [InlineData("7", 5, 5)]
    [InlineData("20%", 10, 2)]
    [InlineData("33%", 10, 3)]
    [InlineData("33%", 3, 1)]
    [InlineData("5%", 2, 1)]
    [InlineData("50%", 3, 1)]
    [InlineData("100%", 7, 7)]
    [InlineData("50%", int.MaxValue, int.MaxValue / 2)]
    [InlineData("50%", 0, 0)]
    [InlineData("1", 0, 0)]
    public void Of_Total_IsRoundedDownButNeverToNothing(string size, int total, int expected)
    {
        var instances = Configs.Size(size).Of(total);

        instances.Should().Be(expected);
    }

    [Theory]
    [InlineData("5%", 4, true)]
    [InlineData("4%", 4, false)]
    [InlineData("50%", 1, true)]
    [InlineData("51%", 4, false)]
    [InlineData("1", 1, true)]
    [InlineData("2", 1, false)]
    [InlineData("1", 4, true)]
    [InlineData("2", 4, true)]
    [InlineData("3", 4, false)]
    [InlineData("4", 100, false)]
    [InlineData("5", 100, true)]
    [InlineData("50", 100, true)]
    [InlineData("51", 100, false)]
    [InlineData("0", 4, false)]
    public void IsWithin_FiveToFiftyPercent_HoldsCountsAgainstTheSamePercentages(string size, int total, bool expected)
    {
        var within = Configs.Size(size).IsWithin(new PercentRange(5, 50), total);

        within.Should().Be(expected);
    }

    [Fact]
    public void UpdateEndpoint_CanaryOfOneInTwoHundred_IsAccepted()
    {
        var world = new TestWorld().Endpoints(200);

        world.Update("v2", Configs.Canary("1", wait: 60));

        world.Deployment.Forward.ToString().Should().StartWith("launch 200 | shift 1 | bake 60s | shift 199");
    }
}
