using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Documents;

/// <summary>A world that carries out the documents of another one's commands is that world: state and log are the same.</summary>
public sealed class ReplayTests
{
    private const string Region = TestWorld.RegionName;

    public static TheoryData<string, DeploymentConfig> EveryWay => Configs.EveryWay;

    [Theory]
    [MemberData(nameof(EveryWay))]
    public void Replay_OfAStoryThatRollsBack_IsTheSameWorld(string way, DeploymentConfig config)
    {
        var (world, documents) = (New(), new List<string>());
        foreach (var (seconds, command) in Story(config))
        {
            var envelope = new CommandEnvelope(documents.Count + 1, world.Now.AddSeconds(seconds), null, command);
            documents.Add(CommandDocument.Write(envelope));
            world.Replay(envelope);
        }

        var (again, oncemore) = (Played(documents), Played(documents));

        LogOf(again).Should().Equal(LogOf(world), way);
        (StatePrinter.Text(again) == StatePrinter.Text(oncemore)).Should().BeTrue("the whole state is the same: {0}", way);
        world.Log.After(0, int.MaxValue)
            .Should()
            .Contain(each => each.Data is FaultStruck).And.Contain(each => each.Data is ActivityEnded)
            .And.Contain(each => each.Data is ActivityBegan && ((ActivityBegan)each.Data).Outcome == ScalingStatus.Successful);
    }

    [Fact]
    public void Replay_OfAReset_GoesOnWithTheNextEpoch()
    {
        var world = New();
        world.Replay(new(1, world.Now.AddHours(1), null, new CreateModel(Region, "m", ["image"], "{}")));
        var reset = new CommandEnvelope(2, world.Now.AddHours(1), null, new Reset(world.Settings.Start.AddDays(1), 7));

        var next = world.Replay(CommandDocument.Read(CommandDocument.Write(reset)));

        world.Now.Should().Be(reset.At, "what was due until the reset has run");
        world.Log.After(0, int.MaxValue)[^1].Data.Should().BeOfType<WorldReset>();
        next.Log.After(0, int.MaxValue).Should().ContainSingle().Which.Should().Match<WorldEvent>(
            each => each.Epoch == 2 && each.Sequence == 1 && each.Data == new WorldBegan(7));
        next.Now.Should().Be(world.Settings.Start.AddDays(1));
        next.Regions.Should().BeEmpty();
    }

    [Fact]
    public void Apply_AfterAReset_IsRefusedAndRunsNothing()
    {
        var world = New();
        world.BeginAgain(new Reset(world.Now, 7), world.Now);
        var events = world.Log.Last;

        var apply = () => world.Apply(new CreateModel(Region, "m", ["image"], "{}"), world.Now.AddDays(1));

        apply.Should().Throw<InvalidOperationException>();
        world.Log.Last.Should().Be(events, "the reset is the last event of its epoch");
    }

    private static World Played(List<string> documents)
    {
        var world = New();
        documents.ForEach(document => world = world.Replay(CommandDocument.Read(document)));
        return world;
    }

    private static IEnumerable<string> LogOf(World world) => world.Log.After(0, int.MaxValue).Select(EventDocument.Write);

    private static World New() =>
        new("123456789012", new WorldSettings { Seed = 42, Timings = new() { LaunchJitter = TimeSpan.FromSeconds(9) } });

    // Seconds since the command before.
    private static IEnumerable<(double Seconds, Command Command)> Story(DeploymentConfig config)
    {
        var variant = new VariantInstances("endpoint/e/variant/a", "e", "a").Key;
        yield return (0, new SetClock(ClockMode.Scaled, 60, StopAt.None));
        yield return (0, new CreateModel(Region, "m", ["image"], "{}"));
        yield return (0, new CreateEndpointConfig(Region, "v1", [new("a", "m", "ml.m5.large", 4, 1)], "{}"));
        yield return (0, new CreateEndpointConfig(Region, "v2", [new("a", "m", "ml.m5.large", 4, 1)], "{}"));
        yield return (1, new CreateEndpoint(Region, "e", "v1"));
        yield return (60, new PutTraffic(Region, "e", new TrafficPattern(20)));
        yield return (1, new PutMetricAlarm(Region, "bad", Samples.Alarm, "{}"));
        yield return (1, new RegisterScalableTarget(Region, variant) { MinCapacity = 5, MaxCapacity = 8 });
        yield return (1, new PutScheduledAction(Region, variant, "quarterly")
        {
            Schedule = "cron(0/15 0-23 * * ? *)",
            Zone = Zones.NewYork,
            Bounds = new(null, 8),
        });
        yield return (90, new PutScalingPolicy(
            Region, variant, "track", new TargetTracking(100, new(new SingleMetric(Samples.Stat), "{}")), "{}"));
        yield return (1, new AddFault(Region, FaultKind.SlowLaunch, new(), 1));
        yield return (1, new UpdateEndpoint(Region, "e", "v2") { DeploymentConfig = config });
        yield return (1, new PutBehavior(Region, "m", new ModelBehavior { ErrorRate = 0.5 }));
        yield return (1, new Invoke(Region, "e"));
        yield return (5, new SetAlarmState(Region, "bad", AlarmState.Alarm, "by hand", null));
        yield return (3600, new Reached());
    }
}
