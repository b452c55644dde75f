using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

public sealed class LoadEndpointTests
{
    [Fact]
    public void Execute_AVariant_IsInServiceAtOnceWithItsInstances()
    {
        var world = new TestWorld().Config("v1", 2);

        var arn = world.Apply(Load(new LoadedVariant("a") { Instances = 7, DesiredInstances = 7, Weight = 0.25f }));

        arn.Should().Be("arn:aws:sagemaker:us-east-1:123456789012:endpoint/e");
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        var variant = world.Endpoint.Current!.Variants.Single();
        (variant.InService, variant.Desired, variant.Weight, variant.DesiredWeight).Should().Be((7, 7, 0.25f, 0.25f));
        world.Timeline.Should().Equal("0 loaded");
        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }

    [Fact]
    public void Execute_NothingOfAVariant_HasTheValuesOfTheConfiguration()
    {
        var world = new TestWorld().Config("v1", 3);

        world.Apply(Load());

        world.Endpoint.Current!.Variants.Single().InService.Should().Be(3);
    }

    [Fact]
    public void Execute_FewerInstancesThanDesired_LaunchesTheOthers()
    {
        var world = new TestWorld().Config("v1", 2);

        world.Apply(Load(new LoadedVariant("a") { Instances = 1, DesiredInstances = 3 }));

        world.Endpoint.Current!.InService.Should().Be(1);
        world.Advance(5).Endpoint.Current!.InService.Should().Be(3);
    }

    [Fact]
    public void Update_OfALoadedEndpoint_IsDeployedAsAlways()
    {
        var loaded = new TestWorld().Config("v1", 4).Config("v2", 4);
        loaded.Apply(Load());
        var created = new TestWorld().Config("v1", 4).Config("v2", 4).Create("v1");

        loaded.Update("v2", Configs.Rolling("50%", wait: 60)).ToTheEnd();
        created.Update("v2", Configs.Rolling("50%", wait: 60)).ToTheEnd();

        loaded.Endpoint.ConfigName.Should().Be("v2");
        loaded.Journal.Select(entry => entry.Sentence).Should().Equal(created.Journal.Select(entry => entry.Sentence));
    }

    [Fact]
    public void Execute_ALastDeploymentConfig_IsRetained()
    {
        var config = Configs.Rolling("50%", wait: 60);
        var world = new TestWorld().Config("v1", 4).Config("v2", 4);
        world.Apply(Load() with { LastDeploymentConfig = config });

        world.Update("v2", retain: true);

        world.Deployment.Policy.Should().Be(Core.Plans.DeploymentPolicy.Rolling);
    }

    [Fact]
    public void Execute_AVariantThatTheConfigurationDoesNotHave_IsRefused() =>
        Refused(new LoadedVariant("other")).Should().Contain("\"other\" is/are not present");

    [Fact]
    public void Execute_AVariantTwice_IsRefused() =>
        Refused(new LoadedVariant("a"), new LoadedVariant("a")).Should().Contain("non-unique");

    [Fact]
    public void Execute_NoInstances_IsRefused() => Refused(new LoadedVariant("a") { Instances = 0 }).Should().Contain("\"a\"");

    [Fact]
    public void Execute_MoreInstancesThanAnyFleet_IsRefused() =>
        Refused(new LoadedVariant("a") { Instances = 1, DesiredInstances = 2_000_000_000 }).Should().Contain("10000");

    private static string Refused(params ImmutableArray<LoadedVariant> variants)
    {
        var world = new TestWorld().Config("v1", 2);

        var load = () => world.Apply(Load(variants));

        var message = load.Should().Throw<AwsError>().Which.Message;
        world.Region.Endpoints.TryGet("e", out _).Should().BeFalse("a command that is refused has changed nothing");
        return message;
    }

    private static LoadEndpoint Load(params ImmutableArray<LoadedVariant> variants) =>
        new(TestWorld.RegionName, "e", "v1", variants);
}
