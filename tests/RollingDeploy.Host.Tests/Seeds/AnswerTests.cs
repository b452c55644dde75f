using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Seeds;

/// <summary>Answers of AWS as seeds. tests/conformance/ProductionTests has them from the AWS CLI.</summary>
public sealed class AnswerTests : IDisposable
{
    private const string Model = """
        {"ModelName":"m","ModelArn":"arn:aws:sagemaker:eu-west-1:111122223333:model/m","CreationTime":"2026-11-27T10:00:00.123000+00:00",
         "PrimaryContainer":{"Image":"i:1","ModelDataUrl":"s3://b/m.tar.gz","ModelDataSource":{"S3DataSource":{"S3Uri":"s3://b/m.tar.gz","S3DataType":"S3Object","CompressionType":"Gzip"}}},
         "ExecutionRoleArn":"arn:aws:iam::111122223333:role/service-role","EnableNetworkIsolation":false}
        """;

    private const string Config = """
        {"EndpointConfigName":"v1","EndpointConfigArn":"arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/v1","CreationTime":1795780888.693,
         "ProductionVariants":[{"VariantName":"a","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":2,"InitialVariantWeight":1.0,"Invented":7}],
         "EnableNetworkIsolation":false,"AlsoInvented":{"X":1},"ResponseMetadata":{"RequestId":"x"}}
        """;

    private readonly SeedStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Start_WithAnswersInAnyOrderOfNames_LoadsThem()
    {
        _stage.Write("z.json", Model).Write("y.json", Config).Write("a.json", Endpoint("InService"));
        await using var host = _stage.Host();

        var endpoint = await Describe(host, "111122223333", "eu-west-1");

        endpoint.At("EndpointStatus").Should().Be("InService");
        endpoint.At("EndpointArn").Should().Be("arn:aws:sagemaker:eu-west-1:111122223333:endpoint/demo");
        endpoint.At("ProductionVariants.0.CurrentInstanceCount").Should().Be("5");
        endpoint.At("ProductionVariants.0.DesiredInstanceCount").Should().Be("5");
        endpoint.At("ProductionVariants.0.CurrentWeight").Should().Be("0.5");
        var model = await new Account(host, "111122223333").SageMaker("DescribeModel", """{"ModelName":"m"}""", "eu-west-1");
        model.At("PrimaryContainer").Should().Contain("ModelDataUrl").And.NotContain("ModelDataSource");
    }

    [Fact]
    public async Task Start_WithAnswersInOneList_LoadsThemBeforeTheCalls()
    {
        _stage.Write("a.json", $$$"""
            [{"service":"sagemaker","operation":"UpdateEndpointWeightsAndCapacities","account":"111122223333","region":"eu-west-1",
              "input":{"EndpointName":"demo","DesiredWeightsAndCapacities":[{"VariantName":"a","DesiredInstanceCount":1}]}},
             {{{Endpoint("InService")}}},{{{Config}}},{{{Model}}}]
            """);
        await using var host = _stage.Host();

        (await Describe(host, "111122223333", "eu-west-1")).At("ProductionVariants.0.CurrentInstanceCount").Should().Be("1");
    }

    [Fact]
    public async Task Start_WithSettings_LoadsThemElsewhere()
    {
        _stage.Write("z.json", Model).Write("y.json", Config).Write("a.json", Endpoint("InService"));
        await using var host = _stage.Host(("RollingDeploy:SeedAccount", "000000000000"), ("RollingDeploy:SeedRegion", "us-east-1"));

        (await Describe(host, "000000000000", "us-east-1")).At("EndpointStatus").Should().Be("InService");
    }

    [Fact]
    public async Task Start_WithMembersThatAreNotKnown_SaysWhich()
    {
        _stage.Write("m.json", Model).Write("c.json", Config);
        await using var host = _stage.Host();
        _ = host.Server;

        host.Warnings.With("Not loaded").Should().Equal(
            "Warning: Not loaded, because RollingDeploy does not know these members: DescribeEndpointConfig.ProductionVariants.Invented, DescribeEndpointConfig.AlsoInvented.");
    }

    [Theory]
    [InlineData("Updating", "InService", "the change of endpoint demo, which was Updating (it is loaded in service, with its current instances)")]
    [InlineData("Failed", null, "endpoint demo, which is Failed")]
    public async Task Start_WithAnEndpointThatIsNotInService_SaysSo(string status, string? loaded, string line)
    {
        _stage.Write("m.json", Model).Write("c.json", Config).Write("e.json", Endpoint(status));
        await using var host = _stage.Host();

        (await Describe(host, "111122223333", "eu-west-1")).At("EndpointStatus").Should().Be(loaded);
        host.Warnings.With("Not loaded:").Should().Equal($"Warning: Not loaded: {line}.");
    }

    [Fact]
    public async Task Start_WithPoliciesOfOtherResources_LeavesThemOut()
    {
        _stage.Write("p.json", """
            {"ScalingPolicies":[{"PolicyARN":"arn:aws:autoscaling:eu-west-1:111122223333:scalingPolicy:1:x","PolicyName":"p","ServiceNamespace":"sagemaker",
              "ResourceId":"endpoint/gone/variant/a","ScalableDimension":"sagemaker:variant:DesiredInstanceCount","PolicyType":"TargetTrackingScaling","Alarms":[]}]}
            """);
        await using var host = _stage.Host();
        _ = host.Server;

        host.Warnings.With("Not loaded:").Should().Equal(
            "Warning: Not loaded: policy p of endpoint/gone/variant/a, which is not an endpoint in the files.");
    }

    [Theory]
    [InlineData("""{"ModelName":"m2","ModelArn":"m2"}""", "ModelArn must be an ARN with an account and a region.")]
    [InlineData("""{"ModelName":"m2","ModelArn":"arn:aws:sagemaker:eu-west-1:111122223333:model/m2"}""", "CreateModel was refused: ValidationException: You must provide either *")]
    [InlineData("""{"EndpointName":"e","EndpointConfigName":"none","EndpointStatus":"InService","EndpointArn":"arn:aws:sagemaker:eu-west-1:111122223333:endpoint/e","ProductionVariants":[{"VariantName":"a"}]}""", "LoadEndpoint was refused: ValidationException: Could not find endpoint configuration *")]
    [InlineData("""{"EndpointArn":"arn:aws:sagemaker:eu-west-1:111122223333:endpoint/e"}""", "LoadEndpoint was refused: ValidationException: 4 validation errors detected: *")]
    [InlineData("""{"MetricAlarms":[{"AlarmName":"a","AlarmArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a"}]}""", "PutMetricAlarm was refused: *")]
    [InlineData("""{"CompositeAlarms":[{"AlarmName":"a","AlarmRule":"ALARM(b)","AlarmArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a"}]}""", "PutCompositeAlarm was refused: *")]
    public async Task Start_WithAnAnswerThatCannotBeLoaded_NamesFileLineAndReason(string answer, string reason) =>
        (await _stage.Refused("a.json", SeedStage.Model, answer)).Should().Match($"a.json:3: {reason}");

    private static string Endpoint(string status) => $$"""
        {"EndpointName":"demo","EndpointArn":"arn:aws:sagemaker:eu-west-1:111122223333:endpoint/demo","EndpointConfigName":"v1","EndpointStatus":"{{status}}",
         "CreationTime":"2026-11-27T10:00:00.123000+00:00","LastModifiedTime":"2026-11-27T10:00:00.123000+00:00",
         "ProductionVariants":[{"VariantName":"a","CurrentWeight":0.5,"DesiredWeight":0.5,"CurrentInstanceCount":5,"DesiredInstanceCount":5,
           "DeployedImages":[{"SpecifiedImage":"i:1","ResolvedImage":"i@sha256:0","ResolutionTime":"2026-11-27T10:00:00.123000+00:00"}]}]}
        """;

    private static Task<Answer> Describe(TestHost host, string account, string region) =>
        new Account(host, account).SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""", region);
}
