using RollingDeploy.Core.Faults;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>Copies fail as instances do, where a fault names their component.</summary>
public sealed class CopyFaultTests
{
    [Fact]
    public void CreateInferenceComponent_ACopyNeverAnswers_Fails()
    {
        var world = new ComponentWorld();
        world.Endpoints.Fault(FaultKind.PingFailure, new() { InferenceComponent = "c", AtInstance = 2 });

        world.Create(copies: 2);

        world.Component.Status.Should().Be(InferenceComponentStatus.Failed);
        world.Component.FailureReason.Should().Contain("did not pass the ping health check");
        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void AddFault_CrashOfACopy_TakesOneCopyAndNoInstance()
    {
        var world = new ComponentWorld().Create(copies: 3);

        world.Endpoints.Fault(FaultKind.InstanceCrash, new() { InferenceComponent = "c" });

        (world.Component.CurrentCopies, world.Hosts.InService).Should().Be((2, 2));
        world.Advance(5).Component.CurrentCopies.Should().Be(3);
    }

    [Fact]
    public void AddFault_CrashOfAnInstance_TakesNoCopy()
    {
        var world = new ComponentWorld().Create(copies: 3);

        world.Endpoints.Fault(FaultKind.InstanceCrash, new() { Endpoint = "e" });

        (world.Component.CurrentCopies, world.Hosts.InService).Should().Be((3, 1));
        world.Advance(5).Hosts.InService.Should().Be(2);
    }

    [Fact]
    public void UpdateInferenceComponent_AlarmsMayNotBeLookedAt_GoesBack()
    {
        var world = new ComponentWorld().Create(copies: 2).Alarm("bad");
        world.Endpoints.Fault(FaultKind.AlarmPermissionDenied, new() { InferenceComponent = "c" });

        world.Update(Configs.Rolling("1", wait: 60).Watching("bad")).ToTheEnd();

        world.Component.FailureReason.Should().StartWith("Inference component update was rolled back because the execution role");
        world.Endpoints.Hits.Should().Equal(1);
    }
}
