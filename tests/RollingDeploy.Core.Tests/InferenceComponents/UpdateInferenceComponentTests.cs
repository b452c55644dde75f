using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>How another specification comes, and goes back.</summary>
public sealed class UpdateInferenceComponentTests
{
    [Theory]
    [InlineData("2", 5,
        "launch 2 | shift 2 | bake 60s | retire 2 | launch 2 | shift 2 | bake 60s | retire 2 | "
        + "launch 1 | shift 1 | bake 60s | retire 1")]
    [InlineData("50%", 2, "launch 1 | shift 1 | bake 60s | retire 1 | launch 1 | shift 1 | bake 60s | retire 1")]
    [InlineData("5%", 1, "launch 1 | shift 1 | bake 60s | retire 1")]
    public void Execute_Rolling_GoesByCopies(string batch, int copies, string plan)
    {
        var world = new ComponentWorld().Create(copies).Update(Configs.Rolling(batch, wait: 60));

        world.ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be(plan);
        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
        world.Component.Shown.Variants[0].Spec.ModelName.Should().Be("m2");
        world.Component.CurrentCopies.Should().Be(copies);
    }

    [Fact]
    public void Execute_NoDeploymentConfig_IsAllAtOnceAndLeavesNone()
    {
        var world = new ComponentWorld().Create(copies: 3).Update();

        world.ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be("launch 3 | shift 3 | retire 3");
        world.Component.LastDeploymentConfig.Should().BeNull();
    }

    [Fact]
    public void Execute_DeploymentConfig_IsTheLastOneEvenWhenALaterUpdateHasNone()
    {
        var config = Configs.Rolling("1", wait: 60);
        var world = new ComponentWorld().Create(copies: 2).Update(config).ToTheEnd();

        world.Update().ToTheEnd();

        world.Component.LastDeploymentConfig.Should().Be(config);
    }

    [Fact]
    public void Execute_SpecificationAndCopies_RollsToTheNewNumber()
    {
        var world = new ComponentWorld().Create(copies: 2).Update(Configs.Rolling("2", wait: 60), copies: 4);
        world.Component.DesiredCopies.Should().Be(4);

        world.ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be(
            "launch 2 | shift 2 | bake 60s | retire 1 | launch 2 | shift 2 | bake 60s | retire 1");
        world.Component.CurrentCopies.Should().Be(4);
    }

    [Fact]
    public void Execute_AlarmInABake_BringsTheOldCopiesBack()
    {
        var world = new ComponentWorld().Create(copies: 4).Alarm("bad");
        world.Update(Configs.Rolling("1", wait: 60).Watching("bad")).Until("bakeStarted", 2);

        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.FailureReason.Should().Be(
            "Inference component update was rolled back because the following CloudWatch alarm(s) were in ALARM state: bad.");
        world.Component.Shown.Variants[0].Spec.ModelName.Should().Be("m");
        world.Component.CurrentCopies.Should().Be(4);
        world.Deployment.Rollback!.ToString().Should().Be("launch 1 old | shift -2 | retire 2 new");
        world.Endpoints.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void Execute_RollbackMaximumBatchSize_GoesBackInBatches()
    {
        var world = new ComponentWorld().Create(copies: 4).Alarm("bad");
        world.Update(Configs.Rolling("2", wait: 60, rollback: "1").Watching("bad")).Until("bakeStarted", 2);

        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Deployment.Rollback!.ToString().Should().Be(
            "shift -2 | retire 2 new | launch 1 old | shift -1 | retire 1 new | launch 1 old | shift -1 | retire 1 new");
        world.Component.CurrentCopies.Should().Be(4);
    }

    [Fact]
    public void Execute_SuccessAfterARollback_KeepsTheFailureReason()
    {
        var world = new ComponentWorld().Create(copies: 2).Fault(FleetSide.New).Update().ToTheEnd();

        world.Update().ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
        world.Component.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
    }

    [Fact]
    public void Execute_RollbackFails_BothServeAndTheNextUpdateRepairs()
    {
        var world = new ComponentWorld().Create(copies: 4).Alarm("bad").Fault(FleetSide.Old);
        world.Update(Configs.Rolling("2", wait: 60).Watching("bad")).Until("bakeStarted", 2);
        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();
        world.Deployment.Status.Should().Be(DeploymentStatus.RollbackFailed);
        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.DesiredCopies.Should().Be(4);

        world.Update().ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
        world.Component.CurrentCopies.Should().Be(4);
        world.Component.Pending.Should().BeNull();
    }

    [Fact]
    public void Execute_TimesOut_RollsBackAndSaysWhat()
    {
        var world = new ComponentWorld().Create(copies: 4).Update(Configs.Rolling("1", wait: 300, timeout: 600));

        world.ToTheEnd();

        world.Component.FailureReason.Should().Be(
            "Inference component update exceeded the maximum execution timeout of 600 seconds and was rolled back.");
        world.Component.CurrentCopies.Should().Be(4);
    }

    [Fact]
    public void Execute_CopiesOnly_ScalesWithoutGuardrails()
    {
        var world = new ComponentWorld().Create(copies: 2);

        world.Apply(new UpdateInferenceComponent(TestWorld.RegionName, "c")
        {
            CopyCount = 5,
            DeploymentConfig = Configs.Rolling("1", 60),
        });

        world.Deployment.Trigger.Should().Be(DeploymentTrigger.UpdateInferenceComponentRuntimeConfig);
        world.ToTheEnd().Component.CurrentCopies.Should().Be(5);
        world.Component.LastDeploymentConfig.Should().BeNull();
    }
}
