using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Arming;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>Each room comes back with all of its state, private fields included.</summary>
public sealed class RestoreTests
{
    private const string Region = TestWorld.RegionName;
    private static readonly Uri Server = new("http://127.0.0.1:8080");

    public static TheoryData<string> Rooms => [.. Acts.Keys];

    private static Dictionary<string, Action<TestWorld>> Acts { get; } = new()
    {
        ["a new world"] = _ => { },
        ["random numbers and IDs"] = world => world.Region.Chance.Requests.Errors.Next(),
        ["what was set aside"] = world => world.Region.Quarantine.Add(
            new(Region, "e", OwnerType.EndpointMeter), new InvalidOperationException("a defect")),
        ["tags"] = world => world.Apply(new AddTags(Region, world.Region.Models.ArnOf("m"), [new("k", "v"), new("a", "")])),
        ["metrics"] = Metrics,
        ["old metrics"] = world => { Metrics(world); world.Advance(20 * 86_400); },
        ["alarms"] = AlarmsOfEveryKind,
        ["alarms that wait for composite ones"] = world => world.Alarm("a").Region.Alarms.NoteChange("a"),
        ["behaviors"] = world => world.Apply(new PutBehavior(Region, "m", new() { ErrorRate = 0.1, ForwardTo = Server })),
        ["armed behaviors and faults"] = world => Armed(world),
        ["armed behaviors and faults whose moment has come"] = world =>
            Armed(world).Update("v2", Configs.Rolling("1", 60)).Advance(60),
        ["faults"] = Faults,
        ["limits and quotas"] = world => { world.Quota(10, 20); world.Apply(new PutServiceLimit(Region, ServiceLimit.Models, 7)); },
        ["models"] = world => world.Apply(new CreateModel(Region, "m2", ["a", "b"], "{\"x\":1}")
        {
            Behavior = new() { LatencyMedianMs = 1 },
            Contents = new() { Direct = [new("h", "i", null)] },
            Features = ModelFeatures.Vpc,
        }),
        ["servers"] = world => world.Apply(new ReportHealth(Region, Server, true)),
        ["an update by batches"] = world => world.Update("v2", Configs.Rolling("1", 600)).Advance(300),
        ["a rollback"] = world => world.Fault(FleetSide.New).Update("v2", Configs.Canary("1", 60, 20)).Advance(7),
        ["a failed rollback"] = world => FailedRollback(world),
        ["the update after a failed rollback"] = world => FailedRollback(world).Update("v3", Configs.Rolling("1", 60)).Advance(20),
        ["scaling and weights"] = world => world.Scale(new WeightAndCapacity("a", 3, 4)).Advance(2),
        ["crashed instances"] = world => world.Fault(FaultKind.InstanceCrash).Advance(1),
        ["a deleted endpoint"] = world => { world.Apply(new DeleteEndpoint(Region, "e")); world.Advance(0.5); },
        ["inference components"] = _ => { },
        ["traffic"] = world => { world.Apply(new PutTraffic(Region, "e", new(7.7))); world.Advance(200); },
        ["traffic in the middle of a shift"] = world =>
        {
            world.Apply(new PutTraffic(Region, "e", new(0.3, TrafficShape.Ramp, 90)));
            world.Update("v2", Configs.Canary("1", 60, 20)).Advance(31);
        },
        ["calls"] = world =>
        {
            world.Apply(new Invoke(Region, "e"));
            world.Advance(10).Apply(new Invoke(Region, "e") { SessionId = Invoke.NewSession });
        },
        ["scalable targets"] = Scaling,
        ["scaling activities"] = world => { Scaling(world); world.SetAlarm("up", AlarmState.Alarm).Advance(3); },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Restore_OfEachRoom_HasAllOfItsState(string room)
    {
        var world = room == "inference components" ? Components() : Furnished();

        Acts[room](world);

        RequireSame(world.World);
    }

    [Fact]
    public void Restore_OfAsynchronousRequests_HasAllOfTheirState()
    {
        var world = new TestWorld(Eager) { IsAsync = true };
        world.Endpoints(1).Apply(new PutBehavior(Region, "m", new() { LatencyMedianMs = 100_000, LatencyP99Ms = 100_000 }));
        for (var i = 0; i < 6; i++)
        {
            world.Apply(new InvokeAsync(Region, "e")
            {
                Body = "aGk=",
                InferenceId = i % 2 == 0 ? "same" : null,
                TtlSeconds = 100 + (i % 2),
            });
            world.Advance(i);
        }

        RequireSame(world.World);
        RequireSame(world.Advance(90).World);
        RequireSame(world.Advance(3600).World);
    }

    [Fact]
    public void Restore_OfAnEventThatAJournalAndTheLogHave_IsOneObject()
    {
        var world = Furnished().Restore();

        var inLog = world.World.Log.After(0, int.MaxValue).Select(each => each.Data).OfType<DeploymentProgressed>().Last();

        world.Record.Last.Should().BeSameAs(inLog);
    }

    [Fact]
    public void Restore_OfEqualSpecificationsPlansAndDocuments_IsOneObject()
    {
        var world = Furnished();
        world.Apply(new CreateEndpoint(Region, "f", "v1"));

        world.Advance(60).Restore();

        var (one, other) = (world.Endpoint, world.Region.Endpoints.Get("f"));
        one.Current!.Variants[0].Spec.Should().BeSameAs(other.Current!.Variants[0].Spec);
        one.Current.Variants[0].Instances[0].Spec.Should().BeSameAs(other.Current.Variants[0].Spec);
        one.Current.Document.Should().BeSameAs(other.Current.Document);
        one.Deployments[0].Deployment.Forward.Should().BeSameAs(other.Deployments[0].Deployment.Forward);
    }

    /// <summary>Compares all state, and what another snapshot has.</summary>
    internal static void RequireSame(World world)
    {
        var text = Snapshot.Of(world);
        var restored = Snapshot.Read(text, world.Settings);

        RequireSame(SavedState.Of(restored), SavedState.Of(world));
        Snapshot.Of(restored).Should().Be(text);
    }

    private static void RequireSame(IReadOnlyList<string> restored, IReadOnlyList<string> saved)
    {
        var lines = Enumerable.Range(0, Math.Min(restored.Count, saved.Count));
        lines.Where(i => restored[i] != saved[i]).Take(5)
            .Select(i => $"{restored[i]} instead of {saved[i]}")
            .Should().BeEmpty();
        restored.Count.Should().Be(saved.Count);
    }

    // Nobody sleeps, so nobody is woken by restoring.
    private static WorldSettings Eager => new() { IsEager = true, Timings = new() { LaunchJitter = TimeSpan.FromSeconds(3) } };

    private static TestWorld Furnished() => new TestWorld(Eager).Endpoints(3).Config("v3", 2);

    private static void Metrics(TestWorld world)
    {
        foreach (var (value, resolution) in new[] { (0.1, 1), (-0.0, 60), (1e300, 10), (5e-324, 60), (1 / 3.0, 60) })
        {
            world.Apply(Samples.Put(value));
            world.Apply(new PutMetricData(
                Region,
                [
                    new(Samples.Errors, "Seconds", world.World.Now, resolution, SampleSet.Of(value, 3)),
                    new(Samples.Errors, "None", world.World.Now, resolution, SampleSet.Of(value).Absorb(SampleSet.Of(7.7, 1 / 7.0))),
                    new(Samples.Errors, "None", world.World.Now, 60, SampleSet.Of(new StatisticSet(4, 10, 1, 5))),
                ]));
            world.Advance(61.5);
        }
    }

    private static void AlarmsOfEveryKind(TestWorld world)
    {
        world.Alarm("a").Alarm("b").SetAlarm("a", AlarmState.Alarm);
        world.Apply(new PutMetricAlarm(Region, "warming", Samples.Alarm with { WarmUp = new(10, true) }, "{\"AlarmName\":\"warming\"}")
        {
            Actions = new() { Alarm = ["arn:aws:sns:us-east-1:123456789012:t"] },
        });
        world.Apply(new PutCompositeAlarm(
            Region, "c", new("ALARM(a) OR ALARM(b)", ["a", "b"], new("b", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1))), "{}"));
        world.Advance(30).SetAlarm("a", AlarmState.Ok).SetAlarm("b", AlarmState.Alarm).Advance(20);
    }

    private static TestWorld Armed(TestWorld world)
    {
        var when = new When { Endpoint = "e", Bake = 1, After = TimeSpan.FromSeconds(5) };
        world.Apply(new PutBehavior(Region, "m", new() { ErrorRate = 1 }) { When = when });
        world.Apply(new AddFault(Region, FaultKind.SlowLaunch, new() { Endpoint = "e" }, 2) { When = when with { Bake = 2 } });
        world.Apply(new AddFault(Region, FaultKind.InstanceCrash, new() { Endpoint = "e" }, 1) { When = when });
        return world;
    }

    private static void Faults(TestWorld world)
    {
        world.Fault(FaultKind.SlowLaunch, new() { Variant = "a" }, times: null, seconds: 90);
        world.Apply(new AddFault(Region, FaultKind.Throttling, new() { Operation = "DescribeEndpoint" }, 9) { Rate = 0.5 });
        for (var i = 0; i < 5; i++)
        {
            world.Apply(new StrikeCall(Region, "DescribeEndpoint"));
        }
    }

    private static TestWorld FailedRollback(TestWorld world) => world
        .Fault(FleetSide.New, atInstance: 3)
        .Fault(FleetSide.Old)
        .Update("v2", Configs.Rolling("1", 10))
        .Advance(600);

    private static TestWorld Components()
    {
        var world = new TestWorld(Eager);
        world.Apply(new CreateEndpointConfig(Region, "hosts", [new("a", null, "ml.m5.xlarge", 2, 1)], "{}"));
        world.Apply(new CreateEndpoint(Region, "e", "hosts"));
        world.Advance(60).Apply(new CreateInferenceComponent(Region, "c", "e", ComponentWorld.Spec())
        {
            VariantName = "a",
            CopyCount = 2,
        });
        world.Advance(60).Apply(new UpdateInferenceComponent(Region, "c") { Specification = ComponentWorld.Spec("m", 2) });
        world.Apply(new PutTraffic(Region, "e", new(5)));
        return world.Advance(7);
    }

    private static void Scaling(TestWorld world)
    {
        var key = ScalableResource.Parse("endpoint/e/variant/a", "sagemaker:variant:DesiredInstanceCount")!.Key;
        world.Apply(new RegisterScalableTarget(Region, key) { MinCapacity = 1, MaxCapacity = 5, Suspension = new(In: true) });
        world.Apply(new PutScalingPolicy(
            Region, key, "track", new TargetTracking(20, new(new SingleMetric(Samples.Stat), "{}")), "{}"));
        var steps = world.Apply(new PutScalingPolicy(
            Region, key, "steps", new StepScaling(AdjustmentType.ChangeInCapacity, [new(0, null, 1)]), "{\"a\":1}"));
        world.Apply(new PutMetricAlarm(Region, "up", Samples.Alarm, "{}") { Actions = new() { Alarm = [steps.Arn] } });
        world.Apply(new PutScheduledAction(Region, key, "nightly")
        {
            Schedule = "cron(0 3 * * ? *)",
            Zone = Zones.NewYork,
            Bounds = new(2, 4),
        });
        world.Advance(70);
    }
}
