using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// Members that are only stored come back: whole from DescribeEndpointConfig, and as AWS shows them from DescribeEndpoint.
/// </summary>
public sealed class ConfigEchoTests(TestHost host)
{
    private const string Variant = """{"VariantName":"v","ModelName":"model","InstanceType":"ml.g5.xlarge","InitialInstanceCount":2,"InitialVariantWeight":1}""";

    private const string DataCapture = """{"EnableCapture":true,"InitialSamplingPercentage":50,"DestinationS3Uri":"s3://bucket/capture","KmsKeyId":"key","CaptureOptions":[{"CaptureMode":"Input"},{"CaptureMode":"InputAndOutput"}],"CaptureContentTypeHeader":{"CsvContentTypes":["text/csv"],"JsonContentTypes":["application/json"]}}""";

    private const string Async = """{"ClientConfig":{"MaxConcurrentInvocationsPerInstance":4},"OutputConfig":{"KmsKeyId":"key","S3OutputPath":"s3://bucket/out","NotificationConfig":{"SuccessTopic":"arn:aws:sns:us-east-1:111122223333:ok","IncludeInferenceResponseIn":["SUCCESS_NOTIFICATION_TOPIC"]},"S3FailurePath":"s3://bucket/failed"}}""";

    private const string Explainer = """{"ClarifyExplainerConfig":{"EnableExplanations":"`true`","InferenceConfig":{"FeatureHeaders":["age"],"FeatureTypes":["numerical"],"MaxRecordCount":10},"ShapConfig":{"ShapBaselineConfig":{"MimeType":"text/csv","ShapBaseline":"1,2"},"NumberOfSamples":100,"UseLogit":true,"Seed":7,"TextConfig":{"Language":"en","Granularity":"token"}}}}""";

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string> Members =>
    [
        $$"""{"DataCaptureConfig":{{DataCapture}}}""",
        $$"""{"AsyncInferenceConfig":{{Async}}}""",
        $$"""{"ExplainerConfig":{{Explainer}}}""",
        """{"MetricsConfig":{"EnableEnhancedMetrics":true,"EnableDetailedObservability":false,"MetricPublishFrequencyInSeconds":30}}""",
        """{"KmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/1","EnableNetworkIsolation":true}""",
        """{"VpcConfig":{"SecurityGroupIds":["sg-1","sg-2"],"Subnets":["subnet-1"]},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/r"}""",
        """{"ShadowProductionVariants":[{"VariantName":"s","ModelName":"model","InstanceType":"ml.g5.xlarge","InitialInstanceCount":1,"InitialVariantWeight":0.25}]}""",
    ];

    public static TheoryData<string> VariantMembers =>
    [
        """{"RoutingConfig":{"RoutingStrategy":"LEAST_OUTSTANDING_REQUESTS"}}""",
        """{"RoutingConfig":{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":1024,"ConcurrencyThreshold":1}}}""",
        """{"RoutingConfig":{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":65536,"ConcurrencyThreshold":1024}}}""",
        """{"VolumeSizeInGB":512,"ModelDataDownloadTimeoutInSeconds":3600,"ContainerStartupHealthCheckTimeoutInSeconds":60,"EnableSSMAccess":true}""",
        """{"CoreDumpConfig":{"DestinationS3Uri":"s3://bucket/cores","KmsKeyId":"key"},"InferenceAmiVersion":"al2-ami-sagemaker-inference-gpu-2","AcceleratorType":"ml.eia2.large"}""",
        """{"CapacityReservationConfig":{"CapacityReservationPreference":"capacity-reservations-only","MlReservationArn":"arn:aws:sagemaker:us-east-1:111122223333:training-plan/p"}}""",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task DescribeEndpointConfig_WithAMember_GivesItBack(string members)
    {
        await Create(members);

        var answer = await _account.Does("DescribeEndpointConfig", """{"EndpointConfigName":"c"}""");

        JsonNode.DeepEquals(JsonNode.Parse(Echo.Of(answer.Json, members)), JsonNode.Parse(members)).Should().BeTrue(answer.Text);
    }

    [Theory]
    [MemberData(nameof(VariantMembers))]
    public async Task DescribeEndpointConfig_WithAMemberOfAVariant_GivesItBack(string members)
    {
        await Create("{}", members);

        var answer = await _account.Does("DescribeEndpointConfig", """{"EndpointConfigName":"c"}""");

        var variant = answer.Json["ProductionVariants"]![0]!;
        JsonNode.DeepEquals(JsonNode.Parse(Echo.Of(variant, members)), JsonNode.Parse(members)).Should().BeTrue(answer.Text);
    }

    /// <summary>The developer guide, "Getting started with detailed observability": verify via API.</summary>
    [Theory]
    [InlineData("{}", """{"EnableDetailedObservability":true}""")]
    [InlineData("""{"MetricsConfig":{}}""", """{"EnableDetailedObservability":true}""")]
    [InlineData("""{"MetricsConfig":{"EnableEnhancedMetrics":false}}""", """{"EnableEnhancedMetrics":false,"EnableDetailedObservability":true}""")]
    [InlineData("""{"MetricsConfig":{"MetricPublishFrequencyInSeconds":10}}""", """{"EnableDetailedObservability":true,"MetricPublishFrequencyInSeconds":10}""")]
    [InlineData("""{"MetricsConfig":{"EnableDetailedObservability":false}}""", """{"EnableDetailedObservability":false}""")]
    [InlineData("""{"MetricsConfig":{"EnableDetailedObservability":true}}""", """{"EnableDetailedObservability":true}""")]
    public async Task Describe_OfDetailedObservability_ShowsItsDefault(string given, string shown)
    {
        await Endpoint(given);

        var config = await _account.Does("DescribeEndpointConfig", """{"EndpointConfigName":"c"}""");
        var endpoint = await _account.Describes();

        (config.At("MetricsConfig"), endpoint.At("MetricsConfig")).Should().Be((shown, shown));
    }

    [Fact]
    public async Task DescribeEndpoint_WithDataCapture_ShowsItsSummary()
    {
        await Endpoint($$"""{"DataCaptureConfig":{{DataCapture}}}""");

        (await _account.Describes()).Json["DataCaptureConfig"]!.ToJsonString().Should().Be(
            """{"EnableCapture":true,"CaptureStatus":"Started","CurrentSamplingPercentage":50,"DestinationS3Uri":"s3://bucket/capture","KmsKeyId":"key"}""");
    }

    [Fact]
    public async Task DescribeEndpoint_WithCaptureSwitchedOff_SaysStopped()
    {
        await Endpoint("""{"DataCaptureConfig":{"EnableCapture":false,"InitialSamplingPercentage":1,"DestinationS3Uri":"s3://b/c","CaptureOptions":[{"CaptureMode":"Output"}]}}""");

        var answer = await _account.Describes();

        (answer.At("DataCaptureConfig.EnableCapture"), answer.At("DataCaptureConfig.CaptureStatus")).Should().Be(("false", "Stopped"));
    }

    [Theory]
    [InlineData("AsyncInferenceConfig", Async)]
    [InlineData("ExplainerConfig", Explainer)]
    [InlineData("MetricsConfig", """{"EnableEnhancedMetrics":true,"EnableDetailedObservability":false}""")]
    public async Task DescribeEndpoint_WithAMember_GivesItBack(string member, string given)
    {
        await Endpoint($$"""{"{{member}}":{{given}}}""");

        var answer = await _account.Describes();

        JsonNode.DeepEquals(answer.Json[member], JsonNode.Parse(given)).Should().BeTrue(answer.Text);
    }

    [Fact]
    public async Task DescribeEndpoint_WithAShadow_ShowsItOnBothSidesOfAnUpdate()
    {
        await Endpoint("""{"ShadowProductionVariants":[{"VariantName":"s","ModelName":"model","InstanceType":"ml.g5.xlarge","InitialInstanceCount":1,"InitialVariantWeight":0.25,"RoutingConfig":{"RoutingStrategy":"RANDOM"}}]}""");

        await _account.Updates(config: "c");
        var answer = await _account.Describes();

        Shadow(answer.Json["ShadowProductionVariants"]!).Should().Be(
            """[{"VariantName":"s","CurrentWeight":0.25,"DesiredWeight":0.25,"CurrentInstanceCount":1,"DesiredInstanceCount":1,"RoutingConfig":{"RoutingStrategy":"RANDOM"}}]""");
        Shadow(answer.Json["PendingDeploymentSummary"]!["ShadowProductionVariants"]!).Should().Be(
            """[{"VariantName":"s","CurrentWeight":0.0,"DesiredWeight":0.25,"CurrentInstanceCount":0,"DesiredInstanceCount":1,"InstanceType":"ml.g5.xlarge","VariantStatus":[{"Status":"Creating","StatusMessage":"Launching 1 instance(s).","StartTime":1.893456005E9}],"RoutingConfig":{"RoutingStrategy":"RANDOM"}}]""");
    }

    // Without its image, which must be there and is the same everywhere.
    private static string Shadow(JsonNode shadows)
    {
        shadows[0]!["DeployedImages"]![0]!["SpecifiedImage"]!.GetValue<string>().Should().Be("registry/image:1");
        shadows[0]!.AsObject().Remove("DeployedImages");
        return shadows.ToJsonString();
    }

    [Fact]
    public async Task DescribeEndpoint_WithRouting_ShowsItOfEachVariant()
    {
        await Create("{}", """{"RoutingConfig":{"RoutingStrategy":"RANDOM"}}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");

        (await _account.Describes()).At("ProductionVariants.0.RoutingConfig.RoutingStrategy").Should().Be("RANDOM");
    }

    [Fact]
    public async Task DescribeEndpoint_WithManagedScaling_ShowsIt()
    {
        const string scaling = """{"Status":"ENABLED","MinInstanceCount":1,"MaxInstanceCount":3}""";
        await _account.Does("CreateEndpointConfig", $$"""{"EndpointConfigName":"c","ExecutionRoleArn":"{{Scenes.Role}}","ProductionVariants":[{"VariantName":"v","InstanceType":"ml.g5.xlarge","InitialInstanceCount":1,"ManagedInstanceScaling":{{scaling}}}]}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");

        (await _account.Describes()).Json["ProductionVariants"]![0]!["ManagedInstanceScaling"]!.ToJsonString().Should().Be(scaling);
    }

    private async Task Endpoint(string members)
    {
        await Create(members);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
    }

    private async Task Create(string members, string ofTheVariant = "{}")
    {
        await _account.HasModel();
        var (body, variant) = (JsonNode.Parse(members)!.AsObject(), JsonNode.Parse(Variant)!.AsObject());
        foreach (var (name, value) in JsonNode.Parse(ofTheVariant)!.AsObject())
        {
            variant[name] = value?.DeepClone();
        }

        (body["EndpointConfigName"], body["ProductionVariants"]) = ("c", new JsonArray(variant));
        await _account.Does("CreateEndpointConfig", body.ToJsonString());
    }
}
