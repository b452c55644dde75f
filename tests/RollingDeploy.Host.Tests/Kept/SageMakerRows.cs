using RollingDeploy.Host.Tests.Oracle;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>
/// The rows of SageMaker: models, endpoints and tags. Configurations and inference components have their own files.
/// </summary>
internal static class SageMakerRows
{
    private const string Routing = "DeploymentConfig.BlueGreenUpdatePolicy.TrafficRoutingConfiguration";

    private const string Describe = """{"EndpointName":"demo"}""";

    private static readonly Look Model = new("DescribeModel", """{"ModelName":"model"}""");

    private static readonly Look Endpoint = new("DescribeEndpoint", Describe)
    {
        Before = account => account.AdvanceUntil("InService"),
        Renamed = new Dictionary<string, string> { ["DeploymentConfig"] = "LastDeploymentConfig" },
    };

    private static readonly string[] Canary = ["DeploymentConfig.RollingUpdatePolicy", $"{Routing}.LinearStepSize"];
    private static readonly string[] Linear = ["DeploymentConfig.RollingUpdatePolicy", $"{Routing}.CanarySize"];
    private static readonly string[] Rolling = ["DeploymentConfig.BlueGreenUpdatePolicy"];

    public static IEnumerable<Row> All => [.. Own, .. ConfigRows.All, .. InferenceComponentRows.All];

    /// <summary>The tags of a resource, in the answer of ListTags.</summary>
    public static Look TagsOf(string resource) =>
        new("ListTags", $$"""{"ResourceArn":"arn:aws:sagemaker:us-east-1:ACCOUNT:{{resource}}"}""") { From = "Tags", To = "Tags" };

    private static IEnumerable<Row> Own =>
    [
        new(Service.SageMaker, "CreateModel", "one container")
        {
            Without =
            [
                "Containers", "InferenceExecutionConfig", "PrimaryContainer.ModelDataUrl", "PrimaryContainer.ModelPackageName",
                "PrimaryContainer.InferenceSpecificationName",
            ],
            Looks = [Model, TagsOf("model/model")],
        },
        new(Service.SageMaker, "CreateModel", "a pipeline")
        {
            Without = ["PrimaryContainer", "Containers[].ModelDataSource", "Containers[].MultiModelConfig"],
            Looks = [Model, TagsOf("model/model")],
        },
        Deployment("CreateEndpoint", "canary", Configs, Canary, Policy("CANARY", "CanarySize")),
        Deployment("CreateEndpoint", "linear", Configs, Linear, Policy("LINEAR", "LinearStepSize")),
        Deployment("CreateEndpoint", "rolling", Configs, Rolling, Policy()),
        Deployment("UpdateEndpoint", "canary", Served, Canary, Policy("CANARY", "CanarySize")),
        Deployment("UpdateEndpoint", "linear", Served, Linear, Policy("LINEAR", "LinearStepSize")),
        Deployment("UpdateEndpoint", "rolling", Served, Rolling, Policy()),
        new(Service.SageMaker, "UpdateEndpointWeightsAndCapacities", "instances")
        {
            Without = ["DesiredWeightsAndCapacities[].ServerlessUpdateConfig"],
            Values = """{"DesiredWeightsAndCapacities[].VariantName":"AllTraffic","DesiredWeightsAndCapacities[].DesiredInstanceCount":3}""",
            Before = Served,
            Looks = [Endpoint, new("DescribeEndpoint", Describe) { From = "DesiredWeightsAndCapacities[0]", To = "ProductionVariants[0]" }],
        },
        new(Service.SageMaker, "UpdateEndpointWeightsAndCapacities", "serverless")
        {
            Without = ["DesiredWeightsAndCapacities[].DesiredInstanceCount"],
            Values = """{"DesiredWeightsAndCapacities[].VariantName":"v"}""",
            Before = ServerlessServed,
            Looks =
            [
                Endpoint,
                new("DescribeEndpoint", Describe)
                {
                    From = "DesiredWeightsAndCapacities[0]",
                    To = "ProductionVariants[0]",
                    Renamed = new Dictionary<string, string> { ["ServerlessUpdateConfig"] = "DesiredServerlessConfig" },
                },
            ],
        },
        new(Service.SageMaker, "AddTags", "of a model")
        {
            Values = """{"ResourceArn":"arn:aws:sagemaker:us-east-1:ACCOUNT:model/model"}""",
            Before = account => account.HasModel(),
            Looks = [TagsOf("model/model")],
        },
    ];

    private static Row Deployment(string operation, string name, Func<Account, Task> before, string[] without, string values) =>
        new(Service.SageMaker, operation, name)
        {
            Before = before,
            Without = without,
            Values = values,
            Looks = operation == "CreateEndpoint" ? [Endpoint, TagsOf("endpoint/demo")] : [Endpoint],
        };

    private static string Policy(string? type = null, string? size = null)
    {
        const string OneInstance = """{"Type":"INSTANCE_COUNT","Value":1}""";
        const string Policies = "DeploymentConfig.RollingUpdatePolicy";
        var own = type is null
            ? $$""" "{{Policies}}.MaximumBatchSize":{{OneInstance}},"{{Policies}}.RollbackMaximumBatchSize":{{OneInstance}} """
            : $$""" "{{Routing}}.Type":"{{type}}","{{Routing}}.{{size}}":{{OneInstance}} """;
        return $$"""{{{own}},"EndpointConfigName":"blue","RetainDeploymentConfig":false,"DeploymentConfig.AutoRollbackConfiguration.Alarms[].AlarmName":"errors"}""";
    }

    private static async Task Configs(Account account)
    {
        await account.HasModel();
        await account.HasConfig("blue", 4);
        await account.HasAlarm();
        await account.SetsAlarm("OK");
    }

    private static async Task Served(Account account)
    {
        await Configs(account);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await account.AdvanceUntil("InService");
    }

    private static async Task ServerlessServed(Account account)
    {
        await account.HasModel();
        await account.Does("CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[
              {"VariantName":"v","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":1024,"MaxConcurrency":5,"ProvisionedConcurrency":1}}]}
            """);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await account.AdvanceUntil("InService");
    }
}
