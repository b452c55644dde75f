using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Arming;

/// <summary>
/// A fault that is armed can strike from a moment of the next deployment on. Fleets take no time and four instances roll by one,
/// so the bakes of 120 s begin at 0, 120, 240 and 360 s.
/// </summary>
public sealed class ArmedFaultTests
{
    private static readonly When SecondBake = new() { Endpoint = "e", Bake = 2, After = TimeSpan.FromSeconds(30) };

    private readonly TestWorld _world = TestWorld.Instant.Endpoints(4).Alarm("bad");

    [Fact]
    public void Crash_ArmedForABake_StrikesThen()
    {
        var fault = Arms(FaultKind.InstanceCrash, new() { Fleet = FleetSide.Old });

        Updates().Advance(149);
        var before = fault.Hits;
        _world.Advance(1);

        (before, fault.Hits).Should().Be((0, 1));
        _world.Timeline.Should().ContainInOrder("150 faultBegan", "150 instanceCrashed");
        _world.Journal.Single(entry => entry.Event == "faultBegan").Sentence.Should()
            .Be("30 s after the start of bake 2: fault fault-000001 (InstanceCrash) can strike from now on.");
    }

    [Theory]
    [InlineData(FaultKind.InsufficientCapacity, "240 launchFailed")]
    [InlineData(FaultKind.AlarmPermissionDenied, "150 alarmsDenied")]
    public void Fault_ArmedForABake_TakesTheDeploymentBackAfterIt(FaultKind kind, string expected)
    {
        var fault = Arms(kind, new() { Endpoint = "e" });

        Updates().ToTheEnd();

        _world.Timeline.Should().Contain(expected);
        (fault.Hits > 0, _world.Endpoint.ConfigName).Should().Be((true, "v1"));
    }

    [Fact]
    public void Throttling_ArmedForABake_StrikesNoCallBefore()
    {
        Arms(FaultKind.Throttling, new());
        Updates();

        var before = Call();
        _world.Advance(150);

        (before, Call()).Should().Be((null, FaultKind.Throttling));
    }

    [Fact]
    public void RemoveFault_WhileItWaits_DisarmsIt()
    {
        var fault = Arms(FaultKind.InstanceCrash, new());
        Updates().Advance(130);

        _world.Apply(new RemoveFault(TestWorld.RegionName, fault.Id));
        _world.ToTheEnd();

        _world.Timeline.Should().NotContain(line => line.EndsWith("faultBegan") || line.EndsWith("instanceCrashed"));
    }

    [Fact]
    public void Fault_ArmedForAnInferenceComponent_StrikesInItsDeployment()
    {
        var world = new ComponentWorld().Create(2).Alarm("bad");
        world.Apply(new AddFault(
            TestWorld.RegionName, FaultKind.InstanceCrash, new() { InferenceComponent = "c", Fleet = FleetSide.New }, 1)
        {
            When = new() { InferenceComponent = "c", After = TimeSpan.FromSeconds(10) },
        });

        world.Update(Configs.Rolling("1", wait: 60).Watching("bad")).ToTheEnd();

        world.Timeline.Should().ContainInOrder("6 bakeStarted", "16 faultBegan", "16 instanceCrashed");
    }

    private TestWorld Updates() => _world.Update("v2", Configs.Rolling("1", wait: 120).Watching("bad"));

    private Fault Arms(FaultKind kind, FaultScope scope) =>
        _world.Apply(new AddFault(TestWorld.RegionName, kind, scope, null) { When = SecondBake });

    private FaultKind? Call() => _world.Apply(new StrikeCall(TestWorld.RegionName, "DescribeEndpoint"))?.Kind;
}
