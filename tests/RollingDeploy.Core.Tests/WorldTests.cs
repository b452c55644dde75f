using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests;

public sealed class WorldTests
{
    [Fact]
    public void RunUntil_NothingWaits_OnlyMovesTheClock()
    {
        var world = new World("000000000000", new WorldSettings());

        world.RunUntil(world.Now.AddHours(1));

        world.Now.Should().Be(new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void RunUntil_Backwards_ChangesNothing()
    {
        var world = new TestWorld().Advance(60);
        var before = StatePrinter.Text(world.World);

        world.Advance(-30);

        StatePrinter.Text(world.World).Should().Be(before);
    }

    [Fact]
    public void RunUntil_InOneGoOrSecondBySecond_EndsInTheSameState()
    {
        var (one, other) = (Deploying(), Deploying());

        one.Advance(200);
        for (var i = 0; i < 200; i++)
        {
            other.Advance(1);
        }

        StatePrinter.Text(other.World).Should().Be(StatePrinter.Text(one.World));
    }

    [Fact]
    public void RunUntil_StopSaysSo_StopsAtThatEventsTime()
    {
        var world = Deploying();
        var start = world.World.Now;

        var stopped = world.World.RunUntil(start.AddHours(1), now => world.Journal[^1].Event == "bakeStarted");

        stopped.Should().BeTrue();
        world.World.Now.Should().Be(start.AddSeconds(6));
    }

    [Fact]
    public void Read_UnknownRegion_IsEmptyAndIsNotMade()
    {
        var world = new TestWorld().World;

        var models = world.Read("eu-west-1", world.Now, region => region.Models.Count);

        models.Should().Be(0);
        world.Regions.Select(region => region.Name).Should().Equal("us-east-1");
    }

    [Fact]
    public void Read_Later_SeesWhatWasDueByThen()
    {
        var world = Deploying().World;

        var events = world.Read(
            TestWorld.RegionName, world.Now.AddSeconds(5), region => region.Endpoints.Get("e").Deployments[^1].Journal.Count);

        events.Should().Be(4, "it started, launched and shifts");
    }

    [Fact]
    public void Apply_SameNamesInTwoRegions_AreTwoResources()
    {
        var world = new TestWorld();

        var arn = world.Apply(new CreateModel("eu-west-1", "m", [], "{}"));

        arn.Should().Be("arn:aws:sagemaker:eu-west-1:123456789012:model/m");
        world.World.Regions.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-east-1", "aws")]
    public void Apply_Partition_IsInTheArn(string region, string partition)
    {
        var arn = new TestWorld().Apply(new CreateModel(region, "n", [], "{}"));

        arn.Should().Be($"arn:{partition}:sagemaker:{region}:123456789012:model/n");
    }

    [Fact]
    public void Events_OneForEachJournalEntry()
    {
        var world = Deploying().ToTheEnd();

        world.World.Events.Should().Be(world.Endpoint.Deployments.Sum(record => record.Journal.Count));
    }

    private static TestWorld Deploying() =>
        new TestWorld().Endpoints(3).Alarm("bad").Update("v2", Configs.Rolling("1", wait: 30).Watching("bad"));
}
