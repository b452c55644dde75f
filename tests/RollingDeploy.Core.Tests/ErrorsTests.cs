using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests;

/// <summary>Every refusal, word by word, and that it leaves the world as it was.</summary>
public sealed class ErrorsTests
{
    private const string Region = TestWorld.RegionName;
    private const string Account = "arn:aws:sagemaker:us-east-1:123456789012:";

    private static readonly DeploymentConfig Both = new()
    {
        BlueGreen = Configs.AllAtOnce().BlueGreen,
        Rolling = Configs.Rolling("1", 0).Rolling,
    };

    private static readonly (string Message, Command<string> Command)[] Refusals =
    [
        ($"Cannot create already existing model \"{Account}model/m\".", new CreateModel(Region, "M", [], "{}")),
        ($"Could not find model \"{Account}model/none\".", new DeleteModel(Region, "None")),
        ($"Cannot create already existing endpoint configuration \"{Account}endpoint-config/v1\".", Config("V1", "m")),
        ($"Could not find model \"{Account}model/none\".", Config("new", "none")),
        ("Duplicate variant names are not allowed: a", Config("new", "m", "m")),
        ($"Could not find endpoint configuration \"{Account}endpoint-config/none\".", new DeleteEndpointConfig(Region, "none")),
        ($"Cannot create already existing endpoint \"{Account}endpoint/e\".", new CreateEndpoint(Region, "E", "v1")),
        ($"Could not find endpoint configuration \"{Account}endpoint-config/none\".", new CreateEndpoint(Region, "new", "none")),
        (Size("RollingUpdatePolicy", "MaximumBatchSize", "between 5% and 50%"),
            new CreateEndpoint(Region, "new", "v1", Configs.Rolling("51%", 0))),
        ($"Could not find endpoint \"{Account}endpoint/none\".", new UpdateEndpoint(Region, "none", "v2")),
        ($"Could not find endpoint configuration \"{Account}endpoint-config/none\".", new UpdateEndpoint(Region, "e", "none")),
        ("Could not find CloudWatch alarm(s): [gone, lost].", Update(Configs.AllAtOnce().Watching("gone", "bad", "lost"))),
        ("Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig.", Update(Both)),
        ("DeploymentConfig cannot be specified when RetainDeploymentConfig is true.",
            Update(Configs.AllAtOnce()) with { RetainDeploymentConfig = true }),
        (Size("RollingUpdatePolicy", "MaximumBatchSize", "between 5% and 50%"), Update(Configs.Rolling("4%", 0))),
        (Size("RollingUpdatePolicy", "MaximumBatchSize", "between 5% and 50%"), Update(Configs.Rolling("3", 0))),
        (Size("BlueGreenUpdatePolicy", "CanarySize", "less than or equal to 50%"), Update(Configs.Canary("51%", 0))),
        (Size("BlueGreenUpdatePolicy", "CanarySize", "less than or equal to 50%"), Update(Configs.Canary("3", 0))),
        (Size("BlueGreenUpdatePolicy", "LinearStepSize", "between 10% and 50%"), Update(Configs.Linear("9%", 0))),
        (Size("BlueGreenUpdatePolicy", "LinearStepSize", "between 10% and 50%"), Update(Configs.Linear("3", 0))),
        ("Invalid BlueGreenUpdatePolicy: CanarySize must be specified when the traffic routing type is CANARY.",
            Update(new() { BlueGreen = new(DeploymentPolicy.Canary, 0) })),
        ("Invalid BlueGreenUpdatePolicy: LinearStepSize must be specified when the traffic routing type is LINEAR.",
            Update(new() { BlueGreen = new(DeploymentPolicy.Linear, 0) })),
        ("Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.",
            new UpdateEndpoint(Region, "two", "pair") { DeploymentConfig = Configs.Rolling("1", 0) }),
        ($"Cannot update in-progress endpoint \"{Account}endpoint/busy\".", new UpdateEndpoint(Region, "Busy", "v2")),
        ($"Cannot update in-progress endpoint \"{Account}endpoint/busy\".", new DeleteEndpoint(Region, "Busy")),
        ($"Cannot update endpoint \"{Account}endpoint/broken\" with status Failed.", new UpdateEndpoint(Region, "broken", "v2")),
        ($"Could not find endpoint \"{Account}endpoint/none\".", new DeleteEndpoint(Region, "none")),
        ($"Could not find endpoint configuration \"{Account}endpoint-config/gone\".", new UpdateEndpoint(Region, "orphan", "v2")),
        ("", new SetAlarmState(Region, "none", AlarmState.Ok, "why", null)),
        ($"Could not find model \"{Account.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal)}model/m\".",
            new DeleteModel("eu-west-1", "m")),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Refusals.Length)];

    [Fact]
    public void Apply_NameNotThere_IsRefused()
    {
        var act = () => new TestWorld().Apply(new DeleteModel(Region, "none"));

        act.Should().Throw<AwsError>().WithMessage($"Could not find model \"{Account}model/none\".")
            .Which.Shape.Should().Be("ValidationException");
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Apply_RefusedCommand_SaysWhyAndChangesNothing(int index)
    {
        var (message, command) = Refusals[index];
        var world = Busy();
        var before = StatePrinter.Text(world.World);

        var act = () => world.Apply(command);

        act.Should().Throw<AwsError>()
            .Where(fault => fault.Message == message && fault.Shape == Shape(message), "of {0}", command);
        StatePrinter.Text(world.World).Should().Be(before);
    }

    // Endpoint e is in service on four instances, busy is being updated, broken failed, two has two variants, and orphan's
    // configuration was deleted.
    private static TestWorld Busy()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Config("pair", ("a", 2), ("b", 2)).Config("gone", 1);
        foreach (var (name, config) in new[] { ("busy", "v1"), ("two", "pair"), ("orphan", "gone") })
        {
            world.Apply(new CreateEndpoint(Region, name, config));
        }

        world.Advance(5).Fault(Core.Fleets.FleetSide.New).Apply(new CreateEndpoint(Region, "broken", "v1"));
        world.Advance(5).Apply(new UpdateEndpoint(Region, "busy", "v2"));
        world.Apply(new DeleteEndpointConfig(Region, "gone"));
        return world;
    }

    private static string Shape(string message) => message.Length == 0 ? "ResourceNotFound" : "ValidationException";

    private static string Size(string policy, string member, string range) =>
        $"Invalid {policy}: {member} must be {range} of the variant's total instance count.";

    private static UpdateEndpoint Update(DeploymentConfig config) => new(Region, "e", "v2") { DeploymentConfig = config };

    private static CreateEndpointConfig Config(string name, params string[] models) =>
        new(Region, name, [.. models.Select(model => new ProductionVariant("a", model, "ml.m5.large", 1, 1))], "{}");
}
