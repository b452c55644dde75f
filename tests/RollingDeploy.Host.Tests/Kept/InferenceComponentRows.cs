using RollingDeploy.Host.Tests.Oracle;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>The rows of inference components.</summary>
internal static class InferenceComponentRows
{
    private const string Specification =
        """
        "Specification.ComputeResourceRequirements":{"NumberOfCpuCoresRequired":0.5,"NumberOfAcceleratorDevicesRequired":1.5,"MinMemoryRequiredInMb":256,"MaxMemoryRequiredInMb":512}
        """;

    private static readonly string Several = Specification.Replace("Specification.", "Specifications[].", StringComparison.Ordinal);

    private static readonly string[] OfOneModel =
        ["Specifications", "Specification.Container", "Specification.BaseInferenceComponentName", "Specification.InstanceType"];

    private static readonly string[] OfOneContainer =
        ["Specifications", "Specification.ModelName", "Specification.BaseInferenceComponentName", "Specification.InstanceType"];

    private static readonly string[] OfSeveral =
        ["Specification", "Specifications[].Container", "Specifications[].BaseInferenceComponentName"];

    private static readonly string[] OfAnAdapter =
    [
        "Specifications", "VariantName", "RuntimeConfig", "DeploymentConfig", "Specification.ModelName", "Specification.InstanceType",
        "Specification.ComputeResourceRequirements", "Specification.Container.Image", "Specification.Container.Environment",
    ];

    private static readonly Look Description = new("DescribeInferenceComponent", """{"InferenceComponentName":"component"}""")
    {
        Before = account => account.Advances(3600),
        Renamed = new Dictionary<string, string>
        {
            ["Specification.Container.Image"] = "Specification.Container.DeployedImage.SpecifiedImage",
            ["RuntimeConfig.CopyCount"] = "RuntimeConfig.DesiredCopyCount",
            ["DesiredRuntimeConfig.CopyCount"] = "RuntimeConfig.DesiredCopyCount",
            ["DeploymentConfig"] = "LastDeploymentConfig",
        },
    };

    public static IEnumerable<Row> All =>
    [
        Create("a model", Specification, OfOneModel),
        Create("a container", Specification, OfOneContainer),
        Create("several specifications", Several, OfSeveral),
        Create("an adapter", """ "Specification.BaseInferenceComponentName":"base" """, OfAnAdapter) with { Before = HasBase },
        Update("a model", Specification, OfOneModel),
        Update("a container", Specification, OfOneContainer),
        Update("several specifications", Several, OfSeveral),
        new(Service.SageMaker, "UpdateInferenceComponentRuntimeConfig", "copies")
        {
            Values = """{"InferenceComponentName":"component","DesiredRuntimeConfig.CopyCount":2}""",
            Before = HasComponent,
            Looks = [Description],
        },
    ];

    private static Row Create(string name, string values, string[] without) => new(Service.SageMaker, "CreateInferenceComponent", name)
    {
        Values = $$"""{"InferenceComponentName":"component","VariantName":"v","RuntimeConfig.CopyCount":2,{{values}}}""",
        Without = without,
        Before = HasHost,
        Looks = [Description, SageMakerRows.TagsOf("inference-component/component")],
    };

    private static Row Update(string name, string values, string[] without) => new(Service.SageMaker, "UpdateInferenceComponent", name)
    {
        Values = $$"""
            {"InferenceComponentName":"component","RuntimeConfig.CopyCount":2,
             "DeploymentConfig.RollingUpdatePolicy.MaximumBatchSize":{"Type":"COPY_COUNT","Value":1},
             "DeploymentConfig.RollingUpdatePolicy.RollbackMaximumBatchSize":{"Type":"COPY_COUNT","Value":2},
             "DeploymentConfig.AutoRollbackConfiguration.Alarms[].AlarmName":"errors",{{values}}}
            """,
        Without = without,
        Before = HasComponent,
        Looks = [Description],
    };

    private static async Task HasHost(Account account)
    {
        await account.HasModel();
        await account.HasAlarm();
        await account.SetsAlarm("OK");
        await account.Does("CreateEndpointConfig", $$"""
            {"EndpointConfigName":"c","ExecutionRoleArn":"{{Scenes.Role}}","ProductionVariants":[{"VariantName":"v","InstanceType":"ml.g5.48xlarge","InitialInstanceCount":2}]}
            """);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await account.AdvanceUntil("InService");
    }

    private static Task HasComponent(Account account) => HasComponent(account, "component");

    private static Task HasBase(Account account) => HasComponent(account, "base");

    private static async Task HasComponent(Account account, string name)
    {
        await HasHost(account);
        await account.Does("CreateInferenceComponent", $$$"""
            {"InferenceComponentName":"{{{name}}}","EndpointName":"demo","VariantName":"v","RuntimeConfig":{"CopyCount":1},
             "Specification":{"ModelName":"model","ComputeResourceRequirements":{"NumberOfCpuCoresRequired":1,"MinMemoryRequiredInMb":128} } }
            """);
        await account.Advances(3600);
    }
}
