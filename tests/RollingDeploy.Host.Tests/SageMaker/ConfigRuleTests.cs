using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>CreateEndpointConfig's rules beyond the model's constraints (sagemaker-endpoints.md §4).</summary>
public sealed class ConfigRuleTests(TestHost host)
{
    private const string Usual = """{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}""";
    private const string Shadow = """{"VariantName":"s","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}""";
    private const string Serverless = """{"VariantName":"v","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":1024,"MaxConcurrency":5}}""";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("""{"VariantName":"v","ModelName":"model"}""", "Variant v: InstanceType and InitialInstanceCount, or ServerlessConfig, must be specified.")]
    [InlineData("""{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large"}""", "Variant v: InstanceType and InitialInstanceCount, or ServerlessConfig, must be specified.")]
    [InlineData("""{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"ServerlessConfig":{"MemorySizeInMB":1024,"MaxConcurrency":5}}""", "Variant v: InstanceType and InitialInstanceCount cannot be specified with ServerlessConfig.")]
    [InlineData("""{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"InstancePools":[{"InstanceType":"ml.m5.large","Priority":1}]}""", "Variant v: only one of InstanceType and InstancePools can be specified.")]
    [InlineData("""{"VariantName":"v","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":1500,"MaxConcurrency":5}}""", "Variant v: MemorySizeInMB must be 1024, 2048, 3072, 4096, 5120 or 6144.")]
    [InlineData("""{"VariantName":"v","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":1024,"MaxConcurrency":5,"ProvisionedConcurrency":6}}""", "Variant v: ProvisionedConcurrency must be less than or equal to MaxConcurrency.")]
    [InlineData("""{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"ManagedInstanceScaling":{"Status":"ENABLED"}}""", "ManagedInstanceScaling is only supported for inference component endpoints.")]
    [InlineData("""{"VariantName":"v","InstanceType":"ml.m5.large","InitialInstanceCount":1}""", "Variant v has no ModelName. ExecutionRoleArn must be specified for endpoints that host inference components.")]
    [InlineData($"{Usual},{Usual}", "Duplicate variant names are not allowed: v")]
    public async Task Create_OfAnOddVariant_IsRefused(string variants, string message) => await Refused(variants, "", message);

    [Theory]
    [InlineData("""{"VariantName":"w","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}""")]
    [InlineData("""{"VariantName":"w","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":1024,"MaxConcurrency":5}}""")]
    public async Task Create_OfAServerlessVariantBesideAnother_IsRefused(string other) =>
        await Refused($"{Serverless},{other}", "", "Only one production variant can be specified for a serverless endpoint.");

    [Theory]
    [InlineData("\"InstanceType\":\"ml.m5.large\",\"InitialInstanceCount\":1", ",\"AsyncInferenceConfig\":{\"OutputConfig\":{}}")]
    [InlineData("\"InstanceType\":\"ml.m5.large\",\"InitialInstanceCount\":1", $",\"ShadowProductionVariants\":[{Usual}]")]
    [InlineData("\"ServerlessConfig\":{\"MemorySizeInMB\":1024,\"MaxConcurrency\":5}", "")]
    public async Task Create_OfManagedScalingWhereNoComponentCanBe_IsRefused(string hardware, string more) => await Refused(
        $$$"""{"VariantName":"v",{{{hardware}}},"ManagedInstanceScaling":{"Status":"ENABLED"}}""",
        $""","ExecutionRoleArn":"arn:aws:iam::111122223333:role/r"{more}""",
        "ManagedInstanceScaling is not supported with the given EndpointConfig setup.");

    [Fact]
    public async Task Create_WithAnOddPublishingFrequency_IsRefused() => await Refused(
        Usual, ""","MetricsConfig":{"MetricPublishFrequencyInSeconds":45}""", "MetricPublishFrequencyInSeconds must be 10, 30, 60, 120, 180, 240 or 300.");

    [Fact]
    public async Task Create_OfAServerlessShadow_IsRefused() => await Refused(
        Usual, $",\"ShadowProductionVariants\":[{Serverless}]", "Only one production variant can be specified for a serverless endpoint.");

    [Fact]
    public async Task Create_OfAnIsolatedServerlessVariant_IsRefused() => await Refused(
        Serverless, ""","EnableNetworkIsolation":true""", "The network isolation is not supported for serverless endpoint");

    [Theory]
    [InlineData(""","EnableNetworkIsolation":true""", "", "The network isolation is not supported for serverless endpoint")]
    [InlineData("", ""","ModelDataSource":{"S3DataSource":{"S3Uri":"s3://b/m","S3DataType":"S3Prefix","CompressionType":"None"}}""", "Model with containers that use ModelDataSource is not supported for serverless endpoints.")]
    public async Task Create_OfAServerlessVariantWithAModelThatCannotBe_IsRefused(
        string ofModel, string ofContainer, string message)
    {
        await _account.Does("CreateModel", $$$"""{"ModelName":"odd","PrimaryContainer":{"Image":"i"{{{ofContainer}}} }{{{ofModel}}} }""");

        await Refused(Serverless.Replace("\"model\"", "\"odd\"", StringComparison.Ordinal), "", message);
    }

    [Theory]
    [InlineData(Usual, $"{Usual},{Usual}")]
    [InlineData($$"""{{Usual}},{"VariantName":"w","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}""", Usual)]
    public async Task Create_WithMoreThanOneShadowOrVariant_IsRefused(string variants, string shadows) => await Refused(
        variants,
        $$""","ShadowProductionVariants":[{{shadows}}]""",
        "Exactly one production variant and one shadow production variant must be specified.");

    [Fact]
    public async Task Create_WithAShadowOfTheVariantsOwnName_IsRefused() => await Refused(
        Usual, $",\"ShadowProductionVariants\":[{Usual}]", "Duplicate variant names are not allowed: v");

    [Fact]
    public async Task Create_WithAShadowOfAnUnknownModel_IsRefused() => await Refused(
        Usual,
        $$""","ShadowProductionVariants":[{{Shadow.Replace("\"model\"", "\"None\"", StringComparison.Ordinal)}}]""",
        $"Could not find model \"arn:aws:sagemaker:us-east-1:{_account.Id}:model/none\".");

    [Theory]
    [InlineData("arn:aws:sagemaker:us-east-1:865070037744:model-package/bought", 400)]
    [InlineData("arn:aws:sagemaker:us-east-1:OWN:model-package/group/1", 200)]
    [InlineData("registered", 200)]
    public async Task CreateModel_OfAPackageWithAnEnvironment_IsRefusedOnlyWhereItWasBought(string package, int status)
    {
        var name = package.Replace("OWN", _account.Id, StringComparison.Ordinal);

        var answer = await _account.SageMaker(
            "CreateModel", $$$"""{"ModelName":"m","PrimaryContainer":{"ModelPackageName":"{{{name}}}","Environment":{"A":"1"} } }""");

        answer.Status.Should().Be(status, answer.Text);
        answer.At("message").Should().Be(status == 200
            ? null
            : "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS Marketplace.");
    }

    private async Task Refused(string variants, string more, string message)
    {
        await _account.HasModel();
        var before = WorldPrinter.Print(_account);

        var answer = await _account.SageMaker("CreateEndpointConfig", $$"""{"EndpointConfigName":"c","ProductionVariants":[{{variants}}]{{more}}}""");

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, "ValidationException", message));
        WorldPrinter.Print(_account).Should().Be(before);
    }
}
