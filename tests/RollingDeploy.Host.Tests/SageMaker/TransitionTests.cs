using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>What an endpoint can be updated to, and what it cannot (AWS's texts where they are known).</summary>
public sealed class TransitionTests(TestHost host)
{
    private const string Instances = """ "ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]""";
    private const string Larger = """ "ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.xlarge","InitialInstanceCount":1}]""";
    private const string Serverless = """ "ProductionVariants":[{"VariantName":"v","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":1024,"MaxConcurrency":5}}]""";
    private const string Async = Instances + ""","AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://b/o"}}""";
    private const string AsyncLarger = Larger + ""","AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://b/o"}}""";
    private const string Role = ""","ExecutionRoleArn":"arn:aws:iam::111122223333:role/r" """;
    private const string Components = $$""" "ProductionVariants":[{"VariantName":"v","InstanceType":"ml.m5.large","InitialInstanceCount":1}]{{Role}}""";
    private const string MoreComponents = $$""" "ProductionVariants":[{"VariantName":"v","InstanceType":"ml.m5.large","InitialInstanceCount":2}]{{Role}}""";
    private const string LargerComponents = $$""" "ProductionVariants":[{"VariantName":"v","InstanceType":"ml.m5.xlarge","InitialInstanceCount":1}]{{Role}}""";
    private const string OtherComponents = $$""" "ProductionVariants":[{"VariantName":"w","InstanceType":"ml.m5.xlarge","InitialInstanceCount":1}]{{Role}}""";
    private const string TwoComponents = $$""" "ProductionVariants":[{"VariantName":"v","InstanceType":"ml.m5.large","InitialInstanceCount":1},{"VariantName":"w","InstanceType":"ml.c5.large","InitialInstanceCount":1}]{{Role}}""";
    private const string Pools = $$""" "ProductionVariants":[{"VariantName":"v","InstancePools":[{"InstanceType":"ml.m5.large","Priority":1},{"InstanceType":"ml.c5.large","Priority":2}],"InitialInstanceCount":1}]{{Role}}""";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(Instances, Larger)]
    [InlineData(Serverless, Instances)]
    [InlineData(Serverless, Serverless)]
    [InlineData(Async, AsyncLarger)]
    [InlineData(Components, MoreComponents)]
    [InlineData(Instances, LargerComponents)]
    [InlineData(LargerComponents, Instances)]
    public async Task Update_ToWhatTheEndpointCanBecome_IsAccepted(string from, string to)
    {
        await HasEndpoint(from, to);

        (await Update()).Status.Should().Be(200);
        await _account.Advances(3600);
        (await _account.Describes()).At("EndpointConfigName").Should().Be("to");
    }

    [Theory]
    [InlineData(Instances, Serverless, "An endpoint with instances cannot be updated to a serverless endpoint.")]
    [InlineData(Components, Serverless, "An endpoint with instances cannot be updated to a serverless endpoint.")]
    [InlineData(Async, Instances, "The AsyncInferenceConfig parameter cannot be removed from this endpoint demo. To change the endpoint to real-time inference, create a new endpoint.")]
    [InlineData(Async, Serverless, "The AsyncInferenceConfig parameter cannot be removed from this endpoint demo. To change the endpoint to real-time inference, create a new endpoint.")]
    [InlineData(Instances, Async, "The AsyncInferenceConfig parameter cannot be added to this endpoint demo. To use asynchronous inference, create a new endpoint.")]
    [InlineData(Serverless, Async, "The AsyncInferenceConfig parameter cannot be added to this endpoint demo. To use asynchronous inference, create a new endpoint.")]
    [InlineData(Components, LargerComponents, "Cannot update endpoint with a different instance type for endpoints to which you plan to deploy Inference Components.")]
    [InlineData(Components, OtherComponents, "Cannot update endpoint with a different instance type for endpoints to which you plan to deploy Inference Components.")]
    [InlineData(Components, TwoComponents, "Cannot update endpoint with a different instance type for endpoints to which you plan to deploy Inference Components.")]
    [InlineData(Components, Pools, "Cannot update endpoint with a different instance type for endpoints to which you plan to deploy Inference Components.")]
    [InlineData(Pools, Components, "Cannot update endpoint with a different instance type for endpoints to which you plan to deploy Inference Components.")]
    public async Task Update_ToWhatTheEndpointCannotBecome_IsRefused(string from, string to, string message)
    {
        await HasEndpoint(from, to);
        var before = WorldPrinter.Print(_account);

        var answer = await Update();

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, "ValidationException", message));
        WorldPrinter.Print(_account).Should().Be(before);
    }

    [Theory]
    [InlineData(Instances, 400)]
    [InlineData(Async, 200)]
    [InlineData(Components, 200)]
    public async Task UpdateWeightsAndCapacities_ToZeroInstances_IsForEndpointsThatScaleToZero(string config, int status)
    {
        await HasEndpoint(config, config);
        var before = WorldPrinter.Print(_account);

        var answer = await _account.SageMaker(
            "UpdateEndpointWeightsAndCapacities",
            """{"EndpointName":"demo","DesiredWeightsAndCapacities":[{"VariantName":"v","DesiredInstanceCount":0}]}""");

        answer.Status.Should().Be(status, answer.Text);
        if (status == 400)
        {
            answer.At("message").Should().Be("DesiredInstanceCount must be at least 1 for the variant \"v\". Only asynchronous endpoints, "
                + "and endpoints that host inference components, can have zero instances.");
            WorldPrinter.Print(_account).Should().Be(before);
        }
        else
        {
            await _account.Advances(60);
            (await _account.Describes()).At("ProductionVariants.0.CurrentInstanceCount").Should().Be("0");
        }
    }

    // A serverless variant has no instance count, so there is none to keep.
    [Fact]
    public async Task Update_OfAServerlessEndpointThatRetainsProperties_HasTheCountOfTheConfiguration()
    {
        await HasEndpoint(Serverless, """ "ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":3}]""");

        await _account.Does("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"to","RetainAllVariantProperties":true}""");
        await _account.Advances(3600);

        (await _account.Describes()).At("ProductionVariants.0.CurrentInstanceCount").Should().Be("3");
    }

    [Theory]
    [InlineData(Components, Instances, 400)]
    [InlineData(Components, MoreComponents, 200)]
    [InlineData(Async, AsyncLarger, 200)]
    public async Task Update_ThatRetainsZeroInstances_IsForEndpointsThatScaleToZero(string from, string to, int status)
    {
        await HasEndpoint(from, to);
        await _account.Does(
            "UpdateEndpointWeightsAndCapacities",
            """{"EndpointName":"demo","DesiredWeightsAndCapacities":[{"VariantName":"v","DesiredInstanceCount":0}]}""");
        await _account.Advances(600);

        var answer = await _account.SageMaker(
            "UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"to","RetainAllVariantProperties":true}""");

        answer.Status.Should().Be(status, answer.Text);
        (answer.At("message") ?? "can have zero instances.").Should().EndWith("can have zero instances.");
    }

    private async Task HasEndpoint(string from, string to)
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", $$"""{"EndpointConfigName":"from",{{from}}}""");
        await _account.Does("CreateEndpointConfig", $$"""{"EndpointConfigName":"to",{{to}}}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"from"}""");
        await _account.Advances(600);
    }

    private Task<Answer> Update() =>
        _account.SageMaker("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"to"}""");
}
