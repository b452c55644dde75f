using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>The table of deployment-guardrails.md §4: what falls back without a word, and what is refused.</summary>
public sealed class ExclusionTableTests
{
    private const string Usual = "ml.m5.large";
    private const string Inf1 = "ml.inf1.xlarge";

    public static TheoryData<string, DeploymentConfig> BlueGreen => new()
    {
        { "all at once", Configs.AllAtOnce(termination: 60) },
        { "canary", Configs.Canary("1", wait: 60, termination: 60) },
        { "linear", Configs.Linear("1", wait: 60, termination: 60) },
    };

    public static TheoryData<string, DeploymentConfig> Any => [.. BlueGreen, ("rolling", Configs.Rolling("1", wait: 60))];

    [Theory]
    [MemberData(nameof(Any))]
    public void UpdateEndpoint_ToInf1_FallsBack(string policy, DeploymentConfig config) =>
        FallsBack(policy, config, (Usual, "m"), (Inf1, "m"));

    [Theory]
    [MemberData(nameof(Any))]
    public void UpdateEndpoint_FromInf1_FallsBack(string policy, DeploymentConfig config) =>
        FallsBack(policy, config, (Inf1, "m"), (Usual, "m"));

    [Theory]
    [MemberData(nameof(Any))]
    public void UpdateEndpoint_ToAMarketplaceModel_FallsBack(string policy, DeploymentConfig config) =>
        FallsBack(policy, config, (Usual, "m"), (Usual, "bought"));

    [Theory]
    [MemberData(nameof(Any))]
    public void UpdateEndpoint_FromAMarketplaceModel_FallsBack(string policy, DeploymentConfig config) =>
        FallsBack(policy, config, (Usual, "bought"), (Usual, "m"));

    [Theory]
    [MemberData(nameof(BlueGreen))]
    public void UpdateEndpoint_OfAServerlessEndpoint_FallsBack(string policy, DeploymentConfig config) =>
        FallsBack(policy, config, (null, "m"), (null, "m"));

    [Theory]
    [MemberData(nameof(BlueGreen))]
    public void UpdateEndpoint_FromServerless_FallsBack(string policy, DeploymentConfig config) =>
        FallsBack(policy, config, (null, "m"), (Usual, "m"));

    [Theory]
    [InlineData("ml.inf2.xlarge")]
    [InlineData("ml.m5.xlarge")]
    public void UpdateEndpoint_ToAnotherUsualType_IsGuarded(string type)
    {
        var world = World((Usual, "m"), (type, "m"));

        world.Update("v2", Configs.Rolling("1", wait: 60).Watching("bad"));

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Rolling);
        world.Deployment.Alarms.Should().Equal("bad");
    }

    [Theory]
    [InlineData(null, Usual)]
    [InlineData(null, null)]
    public void UpdateEndpoint_RollingFromServerless_IsRefused(string? old, string? next)
    {
        var world = World((old, "m"), (next, "m"));

        world.Invoking(it => it.Update("v2", Configs.Rolling("1", wait: 60))).Should().Throw<AwsError>()
            .WithMessage("Invalid RollingUpdatePolicy: rolling updates are not supported for serverless endpoints.");
    }

    // Every update that retains the configuration would be refused.
    [Theory]
    [InlineData(null, 1, "rolling updates are not supported for serverless endpoints.")]
    [InlineData(Usual, 2, "rolling updates are not supported for endpoints with more than one production variant.")]
    public void CreateEndpoint_RollingThatNoUpdateCanUse_IsRefused(string? type, int variants, string message)
    {
        var world = new TestWorld();
        world.Apply(new CreateEndpointConfig(
            TestWorld.RegionName,
            "v1",
            [.. Enumerable.Range(0, variants).Select(i => new ProductionVariant($"v{i}", "m", type, 2, 1)
            {
                Serverless = type is null ? new(5, null) : null,
            })],
            "{}"));

        world.Invoking(it => it.Create("v1", Configs.Rolling("1", wait: 60))).Should().Throw<AwsError>()
            .WithMessage($"Invalid RollingUpdatePolicy: {message}");
    }

    [Fact]
    public void UpdateEndpoint_RollingToSeveralVariants_IsRefusedAlsoWhenRetained()
    {
        var world = new TestWorld().Config("v1", 2).Config("v2", ("a", 2), ("b", 2)).Create("v1", Configs.Rolling("1", wait: 60));

        world.Invoking(it => it.Update("v2", retain: true)).Should().Throw<AwsError>().WithMessage(
            "Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.");
    }

    [Fact]
    public void UpdateEndpoint_FallsBack_StillNeedsItsAlarms()
    {
        var world = World((Usual, "m"), (Inf1, "m"));

        world.Invoking(it => it.Update("v2", Configs.AllAtOnce().Watching("none such"))).Should().Throw<AwsError>()
            .WithMessage("Could not find CloudWatch alarm(s): [none such].");
    }

    // No bake, no look at the alarm that is in ALARM all the time, and no word of it.
    private static void FallsBack(
        string policy, DeploymentConfig config, (string? Type, string Model) old, (string? Type, string Model) next)
    {
        var world = World(old, next).SetAlarm("bad", Core.Alarms.AlarmState.Alarm);

        world.Update("v2", config.Watching("bad")).ToTheEnd();

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Default, policy);
        world.Deployment.Forward.ToString().Should().Be("launch 2 | shift 2 | retire 2");
        world.Deployment.Alarms.Should().BeEmpty();
        (world.Endpoint.ConfigName, world.Endpoint.FailureReason).Should().Be(("v2", null));
        world.Endpoint.LastDeploymentConfig!.Policy.Should().Be(config.Policy);
    }

    private static TestWorld World((string? Type, string Model) old, (string? Type, string Model) next)
    {
        var world = new TestWorld();
        world.Apply(new CreateModel(TestWorld.RegionName, "bought", [], "{}") { Features = ModelFeatures.Marketplace });
        return world.ConfigOn(old.Type, "v1", model: old.Model).ConfigOn(next.Type, "v2", model: next.Model).Create("v1").Alarm("bad");
    }
}
