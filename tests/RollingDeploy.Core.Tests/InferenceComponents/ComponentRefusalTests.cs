using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>Every refusal of a component's commands, word by word, and that it leaves the world as it was.</summary>
public sealed class ComponentRefusalTests
{
    private const string Region = TestWorld.RegionName;
    private const string Account = "arn:aws:sagemaker:us-east-1:123456789012:";
    private const string Component = $"{Account}inference-component/";

    private static readonly SpecificationSet Spec = ComponentWorld.Spec();

    private static readonly (string Message, Command<string> Command)[] Refusals =
    [
        ($"Cannot create already existing inference component \"{Component}c\".", Create("C")),
        ($"Could not find endpoint \"{Account}endpoint/none\".", Create("new", endpoint: "none")),
        ("Inference Components are not supported in this Endpoint. Please make sure this endpoint can deploy inference components.",
            Create("new", endpoint: "plain")),
        ($"Cannot update in-progress endpoint \"{Account}endpoint/young\".", Create("new", endpoint: "young")),
        ("VariantName must be specified for the inference component.", Create("new", variant: null)),
        ("The variant name(s) \"b\" is/are not present within endpoint configuration \"host\".", Create("new", variant: "b")),
        ("Inference components copy count an integer larger than 0", Create("new") with { CopyCount = 0 }),
        ($"Could not find model \"{Account}model/none\".", Create("new", ComponentWorld.Spec("none"))),
        ("Either ModelName or Container with an Image must be specified for the inference component.",
            Create("new", Set(new Specification(null as string)))),
        ("ComputeResourceRequirements must be specified for the inference component.", Create("new", Set(new Specification("m")))),
        ("MaxMemoryRequiredInMb must be greater than or equal to MinMemoryRequiredInMb.",
            Create("new", Set(Needing("m") with { MaxMemoryMb = 127 }))),
        ("Each of several Specifications must specify an InstanceType of its own.", Create("new", Set(Needing("m"), Needing("m")))),
        ("Specifications must include one for the variant's instance type ml.m5.large.",
            Create("new", Set(Needing("m", "ml.g5.2xlarge"), Needing("m", "ml.g5.12xlarge")))),
        ($"Could not find inference component \"{Component}none\".", Adapter("none")),
        ("ModelName, ComputeResourceRequirements, Specifications and RuntimeConfig cannot be specified with BaseInferenceComponentName.",
            Adapter("c") with { CopyCount = 1 }),
        ("VariantName cannot be specified with BaseInferenceComponentName.", Adapter("c") with { VariantName = "a" }),
        ("VariantName cannot be specified with BaseInferenceComponentName.", Adapter("none") with { VariantName = "b" }),
        ($"Inference component \"{Component}adapter\" is not a base inference component on that variant of endpoint "
            + $"\"{Account}endpoint/e\".", Adapter("adapter")),
        ($"Cannot update inference component \"{Component}broken\" with status Failed.", Adapter("broken")),
        ($"Cannot update in-progress inference component \"{Component}busy\".", Adapter("busy")),
        ($"Could not find inference component \"{Component}none\".", Update("none")),
        ("At least one of Specification, Specifications and RuntimeConfig must be specified.", new UpdateInferenceComponent(Region, "c")),
        ($"Cannot update in-progress inference component \"{Component}busy\".", Update("Busy")),
        ($"Cannot update inference component \"{Component}broken\" with status Failed.", Update("broken")),
        ($"Update operation is not supported for adapter inference component \"{Component}adapter\".", Update("adapter")),
        ("BaseInferenceComponentName can only be specified when an adapter is created.",
            Update("c") with { Specification = ComponentWorld.Spec(basis: "other") }),
        ("Could not find CloudWatch alarm(s): [gone].", Update("c", Configs.Rolling("1", 0).Watching("gone"))),
        (Size, Update("c", Configs.Rolling("51%", 0))),
        (Size, Update("c", Configs.Rolling("3", 0))),
        (Size, Update("c", Configs.Rolling("2", 0)) with { CopyCount = 2 }),
        ($"Could not find inference component \"{Component}none\".", new UpdateInferenceComponentRuntimeConfig(Region, "none", 1)),
        ($"Cannot update in-progress inference component \"{Component}busy\".",
            new UpdateInferenceComponentRuntimeConfig(Region, "busy", 1)),
        ($"Update operation is not supported for adapter inference component \"{Component}adapter\".",
            new UpdateInferenceComponentRuntimeConfig(Region, "adapter", 1)),
        ("The account-level service limit 'Copies per inference component' is 10000 Copies, with a request of 10001 Copies.",
            new UpdateInferenceComponentRuntimeConfig(Region, "c", 10_001)),
        ($"Could not find inference component \"{Component}none\".", new DeleteInferenceComponent(Region, "none")),
        ($"Cannot update in-progress inference component \"{Component}busy\".", new DeleteInferenceComponent(Region, "busy")),
        ($"Cannot delete inference component \"{Component}going\" with status DELETE_IN_PROGRESS.",
            new DeleteInferenceComponent(Region, "going")),
        ($"Cannot delete inference component \"{Component}c\": it is a base inference component for one or more associated adapter "
            + "inference components.", new DeleteInferenceComponent(Region, "c")),
        ("Cannot delete endpoint with inference component associated. Please delete inference component and try it again.",
            new DeleteEndpoint(Region, "e")),
        ("Cannot remove or replace variant \"a\" with inference component associated. Please delete inference component and try it again.",
            new UpdateEndpoint(Region, "e", "v1")),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Refusals.Length)];

    private static string Size =>
        "Invalid RollingUpdatePolicy: MaximumBatchSize must be between 5% and 50% of the inference component's copy count.";

    [Theory]
    [MemberData(nameof(Indices))]
    public void Apply_RefusedCommand_SaysWhyAndChangesNothing(int index)
    {
        var (message, command) = Refusals[index];
        var world = Busy();
        var before = StatePrinter.Text(world.Endpoints.World);

        var act = () => world.Apply(command);

        act.Should().Throw<AwsError>().WithMessage(message);
        StatePrinter.Text(world.Endpoints.World).Should().Be(before);
    }

    // c in service with an adapter; broken failed; young, busy and going are on their way.
    private static ComponentWorld Busy()
    {
        var world = new ComponentWorld(instances: 8)
            .Create(copies: 4).Adapter().Create(1, gigabytes: 9, "broken").Create(1, name: "going");
        world.Endpoints.Config("v1", 1);
        world.Apply(new CreateEndpoint(Region, "plain", "v1"));
        world.ToTheEnd();
        world.Apply(new CreateEndpoint(Region, "young", "host"));
        return world.Begin(copies: 1, name: "busy").Delete("going");
    }

    private static CreateInferenceComponent Create(
        string name, SpecificationSet? specification = null, string endpoint = "e", string? variant = "a") =>
        new(Region, name, endpoint, specification ?? Spec) { VariantName = variant };

    private static CreateInferenceComponent Adapter(string basis) => new(Region, "new", "e", ComponentWorld.Spec(basis: basis));

    private static UpdateInferenceComponent Update(string name, DeploymentConfig? config = null) =>
        new(Region, name) { Specification = Spec, DeploymentConfig = config };

    private static SpecificationSet Set(params Specification[] all) => new([.. all], "{}");

    private static Specification Needing(string model, string? instanceType = null) =>
        new(model) { Needs = new CopyNeeds(0, 0, 128), InstanceType = instanceType };
}
