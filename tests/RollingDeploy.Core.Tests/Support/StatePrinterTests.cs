using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>A helper that saw no difference would make every test that uses it pass.</summary>
public sealed class StatePrinterTests
{
    [Fact]
    public void Of_SameWorldTwice_IsTheSame()
    {
        var world = new TestWorld().Endpoints(2);

        StatePrinter.Text(world.World).Should().Be(StatePrinter.Text(world.World));
    }

    [Fact]
    public void Of_TwoWorldsWithTheSameCommands_IsTheSame()
    {
        var (one, other) = (new TestWorld().Endpoints(2), new TestWorld().Endpoints(2));

        StatePrinter.Text(one.World).Should().Be(StatePrinter.Text(other.World));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Of_AnyChange_IsSeen(int change)
    {
        var world = new TestWorld().Endpoints(2).Alarm("bad");
        var before = StatePrinter.Text(world.World);
        Action[] changes =
        [
            () => world.Advance(0.001),
            () => world.Region.Chance.Launches.Next(),
            () => world.Region.NextId("d"),
            () => world.Endpoint.FailureReason = "why",
            () => world.Apply(new DeleteModel(TestWorld.RegionName, "m")),
            () => world.Apply(Samples.Put(1)),
        ];

        changes[change]();

        (StatePrinter.Text(world.World) == before).Should().BeFalse();
    }

    [Fact]
    public void Of_Update_ReachesTheDeploymentsSteps()
    {
        var world = new TestWorld().Endpoints(2).Update("v2", Configs.Rolling("1", wait: 123));

        StatePrinter.Text(world.World).Should()
            .Contain(nameof(StepKind.Bake)).And.Contain("00:02:03").And.Contain(nameof(EndpointStatus.Updating));
    }
}
