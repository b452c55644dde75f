using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>What UpdateEndpoint takes from where. How it is carried out: Deployments.</summary>
public sealed class UpdateEndpointTests
{
    [Fact]
    public void Execute_DeploymentConfig_IsTheLastOneFromThenOn()
    {
        var world = new TestWorld().Endpoints(2);
        var config = Configs.Rolling("1", wait: 60);

        world.Update("v2", config);

        world.Endpoint.LastDeploymentConfig.Should().Be(config);
        world.Deployment.Policy.Should().Be(DeploymentPolicy.Rolling);
    }

    [Fact]
    public void Execute_NoDeploymentConfig_KeepsTheLastOneButDoesNotUseIt()
    {
        var world = new TestWorld().Endpoints(2).Update("v2", Configs.Rolling("1", wait: 60)).ToTheEnd();

        world.Update("v1");

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Default);
        world.Endpoint.LastDeploymentConfig!.Rolling.Should().NotBeNull();
    }

    [Fact]
    public void Execute_RetainDeploymentConfig_UsesTheOneOfTheCreation()
    {
        var world = new TestWorld().Config("v1", 2).Config("v2", 2).Create("v1", Configs.Rolling("1", wait: 60));

        world.Update("v2", retain: true);

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Rolling);
    }

    [Fact]
    public void Execute_RetainDeploymentConfigAfterARollback_UsesTheOneThatWasRolledBack()
    {
        var world = new TestWorld().Endpoints(2).Alarm("bad");
        world.Update("v2", Configs.Canary("1", wait: 60).Watching("bad")).Until("bakeStarted").SetAlarm("bad", AlarmState.Alarm);
        world.ToTheEnd().SetAlarm("bad", AlarmState.Ok).Advance(1);

        world.Update("v2", retain: true).ToTheEnd();

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Canary);
        world.Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void Execute_RetainDeploymentConfigButNoneWasGiven_UsesTheDefault()
    {
        var world = new TestWorld().Endpoints(2);

        world.Update("v2", retain: true);

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Default);
    }

    [Theory]
    [InlineData(RetainedProperties.None, 4, 1)]
    [InlineData(RetainedProperties.InstanceCount, 2, 1)]
    [InlineData(RetainedProperties.Weight, 4, 3)]
    [InlineData(RetainedProperties.InstanceCount | RetainedProperties.Weight, 2, 3)]
    public void Execute_Retain_KeepsWhatItNames(RetainedProperties retain, int instances, float weight)
    {
        var world = new TestWorld().Endpoints(2, 4);
        world.Endpoint.Current!.Variants[0].Weight = 3;

        world.Apply(new UpdateEndpoint(TestWorld.RegionName, "e", "v2") { Retained = retain });

        world.ToTheEnd().Endpoint.Current!.Variants[0].InService.Should().Be(instances);
        world.Endpoint.Current.Variants[0].Weight.Should().Be(weight);
    }

    [Fact]
    public void Execute_FailureReasonOfARollback_StaysUntilAnUpdateSucceeds()
    {
        var world = new TestWorld().Endpoints(2).Fault(Core.Fleets.FleetSide.New).Update("v2").ToTheEnd();

        world.Update("v2");

        world.Endpoint.FailureReason.Should().NotBeNull();
        world.ToTheEnd().Endpoint.FailureReason.Should().BeNull();
    }

    [Fact]
    public void Execute_StatusChanges_AreTheLastModification()
    {
        var world = new TestWorld().Endpoints(2).Advance(60);
        var called = world.World.Now;

        world.Update("v2");

        world.Endpoint.LastModifiedTime.Should().Be(called);
        world.ToTheEnd().Endpoint.LastModifiedTime.Should().Be(called.AddSeconds(7));
        world.Endpoint.CreationTime.Should().Be(world.World.Settings.Start);
    }

    [Fact]
    public void Execute_NewConfigIsDeletedMeanwhile_HasNoEffect()
    {
        var world = new TestWorld().Endpoints(2).Update("v2");

        world.Apply(new DeleteEndpointConfig(TestWorld.RegionName, "v2"));

        world.ToTheEnd().Endpoint.ConfigName.Should().Be("v2");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(100, 4)]
    public void Execute_ManyUpdates_KeepsOnlyTheLastDeployments(int limit, int expected)
    {
        var world = new TestWorld(new WorldSettings { KeptDeployments = limit }).Endpoints(1);

        world.Update("v2").ToTheEnd().Update("v1").ToTheEnd().Update("v2").ToTheEnd();

        world.Endpoint.Deployments.Should().HaveCount(expected);
        world.Deployment.Id.Should().Be("d-000004");
        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }
}
