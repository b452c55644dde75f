using RollingDeploy.Host.Tests.Oracle;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>
/// The rows of CreateEndpointConfig. Each is looked at in DescribeEndpointConfig, and in DescribeEndpoint before and during an
/// update.
/// </summary>
internal static class ConfigRows
{
    private const string Usual =
        """
        "EndpointConfigName":"c","ProductionVariants[].VariantName":"v","ProductionVariants[].InitialInstanceCount":2
        """;

    // What has members that exclude those of a plain variant, or of each other.
    private static readonly string[] Special =
    [
        "AsyncInferenceConfig", "ShadowProductionVariants", "ProductionVariants[].ServerlessConfig", "ProductionVariants[].InstancePools",
        "ProductionVariants[].VariantInstanceProvisionTimeoutInSeconds", "ProductionVariants[].ManagedInstanceScaling",
    ];

    private static readonly string[] OfInstances =
    [
        "ProductionVariants[].InstanceType", "ProductionVariants[].InitialInstanceCount", "ProductionVariants[].RoutingConfig",
        "ProductionVariants[].CapacityReservationConfig", "ProductionVariants[].AcceleratorType", "ProductionVariants[].CoreDumpConfig",
        "ProductionVariants[].VolumeSizeInGB", "ProductionVariants[].EnableSSMAccess", "ProductionVariants[].InferenceAmiVersion",
        "ProductionVariants[].ModelDataDownloadTimeoutInSeconds", "ProductionVariants[].ContainerStartupHealthCheckTimeoutInSeconds",
    ];

    private static readonly Dictionary<string, string> AsSummary = new()
    {
        ["DataCaptureConfig.InitialSamplingPercentage"] = "DataCaptureConfig.CurrentSamplingPercentage",
        ["ProductionVariants[0].InitialVariantWeight"] = "ProductionVariants[0].DesiredWeight",
        ["ProductionVariants[0].InitialInstanceCount"] = "ProductionVariants[0].DesiredInstanceCount",
        ["ProductionVariants[0].ServerlessConfig"] = "ProductionVariants[0].DesiredServerlessConfig",
        ["ShadowProductionVariants[0].InitialVariantWeight"] = "ShadowProductionVariants[0].DesiredWeight",
        ["ShadowProductionVariants[0].InitialInstanceCount"] = "ShadowProductionVariants[0].DesiredInstanceCount",
    };

    private static readonly Look[] Looks =
    [
        new("DescribeEndpointConfig", """{"EndpointConfigName":"c"}"""),
        SageMakerRows.TagsOf("endpoint-config/c"),
        new("DescribeEndpoint", """{"EndpointName":"demo"}""") { Renamed = AsSummary, Before = Served },
        new("DescribeEndpoint", """{"EndpointName":"demo"}""")
        {
            To = "PendingDeploymentSummary",
            Renamed = AsSummary,
            Before = account => account.Updates(config: "c"),
        },
    ];

    public static IEnumerable<Row> All =>
    [
        Of("instances", "", Special),
        Of("routing at random", ""","ProductionVariants[].RoutingConfig":{"RoutingStrategy":"RANDOM"}""", Special),
        Of("routing by prefix", ""","ProductionVariants[].RoutingConfig.RoutingStrategy":"PREFIX_AWARE" """, Special, withPrefix: true),
        Of("asynchronous", "", [.. Special.Except(["AsyncInferenceConfig"]), "ExplainerConfig", "DataCaptureConfig"]),
        Of(
            "a shadow",
            ""","ShadowProductionVariants[].VariantName":"s","ShadowProductionVariants[].InitialInstanceCount":1""",
            [
                .. Special.Except(["ShadowProductionVariants"]),
                .. Special.Concat(["ProductionVariants[].RoutingConfig.PrefixAwareRoutingConfig"])
                    .Where(each => each.StartsWith("Production", StringComparison.Ordinal)).Select(each => $"Shadow{each}"),
                "ProductionVariants[].AcceleratorType", "ShadowProductionVariants[].AcceleratorType", "ExplainerConfig", "DataCaptureConfig",
            ]),
        Of(
            "serverless",
            ""","ProductionVariants[].ServerlessConfig":{"MemorySizeInMB":2048,"MaxConcurrency":5,"ProvisionedConcurrency":2}""",
            [
                .. Special.Except(["ProductionVariants[].ServerlessConfig"]), .. OfInstances, "DataCaptureConfig", "ExplainerConfig",
                "VpcConfig", "EnableNetworkIsolation",
            ]),
        Of(
            "instance pools",
            ""","ProductionVariants[].InstancePools[].ModelNameOverride":"model" """,
            [.. Special.Except(["ProductionVariants[].InstancePools", "ProductionVariants[].VariantInstanceProvisionTimeoutInSeconds"]), "ProductionVariants[].InstanceType"]),
        Of(
            "inference components",
            ""","ProductionVariants[].ManagedInstanceScaling.Status":"ENABLED","ProductionVariants[].ManagedInstanceScaling.MinInstanceCount":2,"ProductionVariants[].ManagedInstanceScaling.MaxInstanceCount":4""",
            [
                .. Special.Except(["ProductionVariants[].ManagedInstanceScaling"]), "ProductionVariants[].ModelName",
                "ProductionVariants[].InitialVariantWeight", "DataCaptureConfig", "ExplainerConfig",
            ]),
    ];

    private static Row Of(string name, string values, string[] without, bool withPrefix = false) =>
        new(Service.SageMaker, "CreateEndpointConfig", name)
        {
            Values = $"{{{Usual}{values}{(withPrefix ? "" : ",\"ProductionVariants[].RoutingConfig.RoutingStrategy\":\"LEAST_OUTSTANDING_REQUESTS\"")}}}",
            Without = [.. without, .. withPrefix ? (string[])[] : ["ProductionVariants[].RoutingConfig.PrefixAwareRoutingConfig"]],
            Before = account => account.HasModel(),
            Looks = Looks,
        };

    private static async Task Served(Account account)
    {
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await account.AdvanceUntil("InService");
    }
}
