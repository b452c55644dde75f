using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>An instance that crashes in service is gone, and the same fleet launches another: nobody has to ask for it.</summary>
public sealed class CrashTests
{
    [Fact]
    public void AddFault_QuietEndpoint_OneIsGoneAndBackAfterALaunch()
    {
        var world = new TestWorld().Endpoints(3);

        world.Fault(FaultKind.InstanceCrash, times: null);

        (InService(world), world.Endpoint.Current!.Total).Should().Be((2, 3));
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Advance(4.9);
        InService(world).Should().Be(2);
        world.Advance(0.1);
        InService(world).Should().Be(3);
        world.Hits.Should().Equal(1);
        world.Journal.TakeLast(3).Select(entry => entry.Event).Should().Equal("instanceCrashed", "relaunched", "replaced");
    }

    [Fact]
    public void AddFault_SeveralTimes_StrikesWhatIsThereAndThenWhatComes()
    {
        var world = new TestWorld().Endpoints(2).Fault(FaultKind.InstanceCrash, times: 3);

        InService(world).Should().Be(0);
        (world.Endpoint.OldTrafficShare, world.Endpoint.NewTrafficShare).Should().Be((0, 0));
        world.Advance(5);
        InService(world).Should().Be(1);
        world.Advance(5);
        InService(world).Should().Be(2);
        world.Hits.Should().Equal(3);
    }

    [Fact]
    public void AddFault_ForAnInstanceThatIsNotThereYet_StrikesWhenItComesIntoService()
    {
        var world = new TestWorld().Endpoints(4).Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.New, AtInstance = 3 });

        world.Update("v2", Configs.Rolling("2", wait: 60)).Until("instanceCrashed");

        (world.World.Now - world.Deployment.StartedAt).TotalSeconds.Should().Be(72, "the second batch comes into service then");
        world.ToTheEnd().Endpoint.ConfigName.Should().Be("v2");
        InService(world).Should().Be(4);
    }

    [Theory]
    [InlineData("other", null, null)]
    [InlineData(null, "b", null)]
    [InlineData(null, null, "ml.c5.large")]
    public void AddFault_ForSomethingElse_DoesNotStrike(string? endpoint, string? variant, string? type)
    {
        var world = new TestWorld().Endpoints(3);

        world.Fault(FaultKind.InstanceCrash, new() { Endpoint = endpoint, Variant = variant, InstanceType = type });

        (InService(world), world.Hits.Single()).Should().Be((3, 0));
    }

    [Theory]
    [MemberData(nameof(Configs.EveryWay), MemberType = typeof(Configs))]
    public void Update_AnInstanceOfEachSideCrashes_EndsWithEveryInstanceNew(string way, DeploymentConfig config)
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Update("v2", config).Until("shifting")
            .Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.Old })
            .Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.New });

        world.ToTheEnd().Advance(5);

        (world.Endpoint.ConfigName, InService(world)).Should().Be(("v2", 4), way);
        world.Endpoint.FailureReason.Should().BeNull();
        world.Hits.Should().Equal(1, 1);
    }

    [Theory]
    [MemberData(nameof(Configs.EveryWay), MemberType = typeof(Configs))]
    public void Rollback_AnInstanceOfEachSideCrashedBefore_EndsWithEveryInstanceOld(string way, DeploymentConfig config)
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").SetAlarm("bad", AlarmState.Alarm).Update("v2", config).Until("shifting")
            .Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.Old })
            .Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.New });

        world.ToTheEnd().Advance(5);

        (world.Deployment.Status, world.Endpoint.ConfigName, InService(world))
            .Should()
            .Be((DeploymentStatus.RolledBack, "v1", 4), way);
    }

    [Fact]
    public void Update_AnOldInstanceCrashesInABake_IsLaunchedAgainUpToTheStepsTarget()
    {
        var world = new TestWorld().Endpoints(4).Update("v2", Configs.Rolling("1", wait: 60)).Until("bakeStarted", times: 2);

        world.Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.Old });

        (world.Endpoint.Current!.InService, world.Endpoint.Current.Total).Should().Be((2, 3));
        world.Advance(5).Endpoint.Current!.InService.Should().Be(3);
    }

    [Fact]
    public void Update_AnActiveNewInstanceCrashes_ItsShareOfTheTrafficIsBackWithItsSuccessor()
    {
        var world = new TestWorld().Endpoints(4).Update("v2", Configs.Rolling("2", wait: 60)).Until("bakeStarted");

        world.Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.New });

        world.Endpoint.NewTrafficShare.Should().Be(0.25);
        world.Advance(5).Endpoint.NewTrafficShare.Should().Be(0.5);
    }

    [Fact]
    public void Update_AnOldInstanceCannotBeHadAgain_GoesOnWithoutAskingTwice()
    {
        var world = new TestWorld().Endpoints(4).Fault(FleetSide.Old, times: null).Update("v2", Configs.Rolling("2", wait: 60))
            .Until("bakeStarted").Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.Old });

        world.ToTheEnd();

        (world.Deployment.Status, InService(world)).Should().Be((DeploymentStatus.Succeeded, 4));
        world.Hits.Should().Equal(1, 1);
    }

    [Fact]
    public void Update_ANewInstanceCannotBeHadAgain_GoesBack()
    {
        var world = new TestWorld().Endpoints(4).Update("v2", Configs.Canary("1", wait: 60)).Until("bakeStarted")
            .Fault(FleetSide.New).Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.New });

        world.ToTheEnd();

        (world.Deployment.Status, world.Endpoint.ConfigName).Should().Be((DeploymentStatus.RolledBack, "v1"));
        world.Endpoint.FailureReason.Should().Contain("InsufficientInstanceCapacity");
    }

    [Theory]
    [MemberData(nameof(Configs.EveryWay), MemberType = typeof(Configs))]
    public void Update_ANewInstanceIsLostWhenTheLastOldOneGoes_SucceedsAndIsMadeGoodLater(string way, DeploymentConfig config)
    {
        var world = new TestWorld(new WorldSettings { Timings = new() { Termination = TimeSpan.FromSeconds(60) } })
            .Endpoints(4).Alarm("bad").Update("v2", config).Until("retiring", times: way == "rolling" ? 2 : 1);

        world.Fault(FaultKind.InsufficientCapacity).Fault(FaultKind.InstanceCrash, new() { Fleet = FleetSide.New }).ToTheEnd();

        (world.Deployment.Status, world.Endpoint.ConfigName, InService(world))
            .Should()
            .Be((DeploymentStatus.Succeeded, "v2", 3), way);
        world.Advance(70);
        InService(world).Should().Be(4);
    }

    [Fact]
    public void Replacement_CannotBeHad_IsAskedForAgainEveryMinute()
    {
        var world = new TestWorld().Endpoints(2).Fault(FleetSide.Old, times: 2).Fault(FaultKind.InstanceCrash);

        world.Advance(5 + 60 + 5);
        InService(world).Should().Be(1);
        world.Advance(60 + 5);

        InService(world).Should().Be(2);
        world.Hits.Should().Equal(2, 1);
        world.Journal.Count(entry => entry.Event == "relaunched").Should().Be(1, "what cannot be had would fill the journal");
    }

    [Fact]
    public void Update_WhileAReplacementCannotBeHad_TheRollbackBringsTheFullFleetBack()
    {
        var world = new TestWorld()
            .Endpoints(4)
            .Alarm("bad")
            .Fault(FleetSide.Old, times: 1)
            .Fault(FaultKind.InstanceCrash)
            .Advance(5);
        world.Endpoint.Current!.Total.Should().Be(3);

        world.Update("v2", Configs.Rolling("2", wait: 60).Watching("bad")).Until("bakeStarted").SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        (world.Endpoint.ConfigName, InService(world)).Should().Be(("v1", 4));
    }

    [Fact]
    public void Scaling_AnInstanceCrashes_EndsWithAsManyAsDesired()
    {
        var world = new TestWorld().Endpoints(2).Scale(("a", 4)).Fault(FaultKind.InstanceCrash).ToTheEnd();

        (world.Deployment.Status, InService(world)).Should().Be((DeploymentStatus.Succeeded, 4));
    }

    [Fact]
    public void Scaling_ACrashedInstanceCannotBeHadAgain_IsTakenBackAndMadeGoodLater()
    {
        var world = new TestWorld().Endpoints(3).Fault(FleetSide.Old).Scale(("a", 5)).Fault(FaultKind.InstanceCrash).ToTheEnd();

        (world.Deployment.Status, world.Endpoint.Status).Should().Be((DeploymentStatus.RolledBack, EndpointStatus.InService));
        world.Endpoint.Current!.Variants[0].Desired.Should().Be(3);
        world.Advance(70);
        InService(world).Should().Be(3);
    }

    [Fact]
    public void AddFault_AfterAFailedRollback_EachFleetIsKeptAsItStands()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Fault(FleetSide.Old)
            .Update("v2", Configs.Rolling("1", wait: 60).Watching("bad")).Until("bakeStarted", times: 2)
            .SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Fault(FaultKind.InstanceCrash, times: 5).Advance(5);

        world.Endpoint.Status.Should().Be(EndpointStatus.UpdateRollbackFailed);
        (InService(world), world.Endpoint.Pending!.InService).Should().Be((3, 2));
    }

    [Fact]
    public void CreateEndpoint_AnInstanceCrashesBeforeTheOthersAreUp_WaitsForItsSuccessor()
    {
        var world = new TestWorld().Config("v1", 2).Fault(FaultKind.InstanceCrash, new() { AtInstance = 1 });

        world.Create("v1");

        (world.World.Now - world.Deployment.StartedAt).TotalSeconds.Should().Be(10);
        InService(world).Should().Be(2);
    }

    [Fact]
    public void NextEventAt_WhileOneIsMissing_IsWhenItsSuccessorIsInService()
    {
        var world = new TestWorld().Endpoints(2);
        world.World.NextEventAt.Should().BeNull();

        world.Fault(FaultKind.InstanceCrash);

        world.World.NextEventAt.Should().Be(world.World.Now.AddSeconds(5));
        world.Advance(5).World.NextEventAt.Should().BeNull();
    }

    private static int InService(TestWorld world) => world.Endpoint.Current!.InService;
}
