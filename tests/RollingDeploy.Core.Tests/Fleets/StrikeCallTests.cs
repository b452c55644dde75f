using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

public sealed class StrikeCallTests
{
    [Theory]
    [InlineData(FaultKind.Throttling)]
    [InlineData(FaultKind.InternalError)]
    public void StrikeCall_OfTheOperation_StrikesSoManyTimes(FaultKind kind)
    {
        var world = new TestWorld().Fault(kind, new() { Operation = "DescribeEndpoint" }, times: 2);

        var struck = Calls(world, "ListEndpoints", "describeendpoint", "DescribeEndpoint", "DescribeEndpoint");

        struck.Should().Equal(null, kind, kind, null);
        world.Hits.Should().Equal(2);
    }

    [Fact]
    public void StrikeCall_FaultWithoutAnOperation_StrikesEveryOne() =>
        Calls(new TestWorld().Fault(FaultKind.Throttling, times: null), "A", "B")
            .Should()
            .Equal(FaultKind.Throttling, FaultKind.Throttling);

    [Fact]
    public void StrikeCall_OtherKinds_DoNotStrike() =>
        Calls(new TestWorld().Fault(FaultKind.InsufficientCapacity).Fault(FaultKind.InstanceCrash), "A")
            .Should()
            .Equal((FaultKind?)null);

    [Fact]
    public void StrikeCall_WithARate_StrikesThatPartAndCountsOnlyThose()
    {
        var world = new TestWorld();
        world.Apply(new AddFault(TestWorld.RegionName, FaultKind.InternalError, new(), Times: null) { Rate = 0.1 });

        var struck = Calls(world, [.. Enumerable.Repeat("A", 2000)]).Count(kind => kind is not null);

        struck.Should().BeInRange(140, 260);
        world.Hits.Should().Equal(struck);
    }

    private static List<FaultKind?> Calls(TestWorld world, params string[] operations) =>
        [.. operations.Select(operation => world.Apply(new StrikeCall(TestWorld.RegionName, operation))?.Kind)];
}
