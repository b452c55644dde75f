using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Events;

/// <summary>
/// The one log of what happened in a world: complete, in one order, bounded, and read without the world's lock.
/// </summary>
public sealed class EventLogTests
{
    private const string Region = TestWorld.RegionName;

    [Fact]
    public void Log_OfAStory_CountsFromOneWithoutGaps()
    {
        var world = Told();

        var events = All(world);

        events.Select(each => each.Sequence).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (long)number));
        events.Select(each => each.At).Should().BeInAscendingOrder();
        events.Should().OnlyContain(each => each.Epoch == 1 && each.Data.Kind.Length > 0 && each.Data.Sentence.Length > 0);
    }

    [Theory]
    [InlineData("resourceCreated")]
    [InlineData("resourceDeleted")]
    [InlineData("statusChanged")]
    [InlineData("bakeStarted")]
    [InlineData("shifting")]
    [InlineData("instancesChanged")]
    [InlineData("alarmCreated")]
    [InlineData("alarmStateChanged")]
    [InlineData("alarmDeleted")]
    [InlineData("faultAdded")]
    [InlineData("faultStruck")]
    [InlineData("faultRemoved")]
    [InlineData("quotaChanged")]
    [InlineData("limitChanged")]
    [InlineData("tagsChanged")]
    [InlineData("behaviorPut")]
    [InlineData("trafficChanged")]
    [InlineData("scalableTargetRegistered")]
    [InlineData("scalableTargetDeregistered")]
    [InlineData("scalingBegan")]
    [InlineData("scalingEnded")]
    public void Log_OfAStory_HasEveryKind(string kind) => All(Told()).Select(each => each.Data.Kind).Should().Contain(kind);

    [Fact]
    public void Journal_OfADeployment_IsItsPartOfTheLog()
    {
        var world = Told();

        var logged = All(world).Where(each => each.Data is DeploymentProgressed line && line.DeploymentId == world.Deployment.Id);

        world.Journal.Should().Equal(logged.Select(JournalEntry.Of));
    }

    [Fact]
    public void AlarmHistory_IsItsPartOfTheLog()
    {
        var world = Told();

        world.Region.AlarmHistory.At(world.World.Now).Select(item => item.Happened).Should()
            .Equal(All(world).Where(each => each.Data is AlarmEvent)).And.NotBeEmpty();
    }

    [Fact]
    public void Instances_OfABatch_AreOneEvent()
    {
        var world = new TestWorld().Endpoints(3);

        var changes = All(world).Select(each => each.Data).OfType<InstancesChanged>().ToList();

        changes.Select(each => (each.Change, each.Ids.Length))
            .Should()
            .Equal((InstanceChange.Ordered, 3), (InstanceChange.InService, 3));
    }

    [Fact]
    public void After_MoreEventsThanAreKept_BeginsWithTheOldestThatIsThere()
    {
        var world = new TestWorld(new WorldSettings { EventLog = new(MostEvents: 4) }).Endpoints(2);
        var log = world.World.Log;

        log.After(0, 100).Select(each => each.Sequence).Should().Equal(log.Last - 3, log.Last - 2, log.Last - 1, log.Last);
        log.After(log.Last - 2, 1).Single().Sequence.Should().Be(log.Last - 1);
        log.After(log.Last, 100).Should().BeEmpty();
    }

    [Fact]
    public void After_DocumentsThatAreTooLarge_KeepsTheLastOnes()
    {
        var world = new TestWorld(new WorldSettings { EventLog = new(MostEvents: 1000, MostBytes: 100_000) });
        for (var number = 0; number < 10; number++)
        {
            world.Apply(new PutMetricAlarm(Region, $"a{number}", Samples.Alarm, new string('x', 20_000)));
        }

        var kept = world.World.Log.After(0, 1000).Select(each => each.Subject.Name).ToList();

        kept.Should().Equal("a8", "a9");
    }

    [Fact]
    public async Task After_WhileTheWorldWrites_NeverShowsAGapThatIsNone()
    {
        var world = new TestWorld(new WorldSettings { EventLog = new(MostEvents: 64) });
        var log = world.World.Log;
        var writing = Task.Run(() =>
        {
            for (var number = 0; number < 20_000; number++)
            {
                world.Apply(new PutServiceLimit(Region, ServiceLimit.Models, number));
            }
        });

        var (last, problems) = (0L, new List<string>());
        while (!writing.IsCompleted)
        {
            foreach (var happened in log.After(last, 16))
            {
                problems.AddRange(happened.Sequence <= last ? [$"{happened.Sequence} after {last}"] : []);
                last = happened.Sequence;
            }
        }

        await writing;
        problems.Should().BeEmpty();
        log.After(log.Last - 64, 100).Should().HaveCount(64);
    }

    private static IReadOnlyList<WorldEvent> All(TestWorld world) => world.World.Log.After(0, int.MaxValue);

    // Everything that can happen happens once.
    private static TestWorld Told()
    {
        var world = new TestWorld().Endpoints(2).Alarm("bad").Quota(10);
        var variant = new VariantInstances("endpoint/e/variant/a", "e", "a");
        world.Apply(new PutServiceLimit(Region, ServiceLimit.Models, 100));
        world.Apply(new AddTags(Region, world.Endpoint.Arn, [new Tag("team", "ml")]));
        world.Apply(new PutBehavior(Region, "m", new ModelBehavior { ErrorRate = 0.1 }));
        world.Apply(new PutTraffic(Region, "e", new TrafficPattern(1)));
        world.Apply(new RegisterScalableTarget(Region, variant.Key) { MinCapacity = 3, MaxCapacity = 4 });
        world.Advance(60);
        world.Apply(new DeregisterScalableTarget(Region, variant.Key));
        world.Fault(FaultKind.SlowLaunch, seconds: 5);
        world.Update("v2", Configs.Canary("1", 120).Watching("bad")).Advance(60).SetAlarm("bad", AlarmState.Alarm);
        world.ToTheEnd();
        world.Apply(new RemoveFault(Region, "fault-000001"));
        world.Apply(new DeleteAlarms(Region, ["bad"]));
        world.Apply(new DeleteModel(Region, "m"));
        return world;
    }
}
