using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>Faults of the API itself, spelled as each protocol spells them.</summary>
public sealed class StruckCallTests(TestHost host)
{
    private const string Unknown = "The request processing has failed because of an unknown error, exception or failure.";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("throttling", 400, "ThrottlingException", "Rate exceeded")]
    [InlineData("internalError", 500, "InternalFailure", Unknown)]
    public async Task AwsJson_OfAStruckOperation_FailsSoManyTimes(string kind, int status, string type, string message)
    {
        await Ask($$"""{"kind":"{{kind}}","operation":"ListModels","times":2}""");

        for (var i = 0; i < 2; i++)
        {
            var answer = await _account.SageMaker("ListModels", "{}");
            (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((status, type, message));
        }

        (await _account.SageMaker("ListModels", "{}")).Status.Should().Be(200);
        (await _account.Ours("GET faults")).At("0.hits").Should().Be("2");
    }

    [Fact]
    public async Task AwsJson_OfAnotherOperation_IsServed()
    {
        await Ask("""{"kind":"throttling","operation":"DescribeEndpoint"}""");

        (await _account.SageMaker("ListModels", "{}")).Status.Should().Be(200);
        (await _account.Ours("GET faults")).At("0.hits").Should().Be("0");
    }

    [Fact]
    public async Task AwsJson_OfABrokenRequest_IsStruckFirst()
    {
        await Ask("""{"kind":"throttling"}""");

        (await _account.SageMaker("DescribeEndpoint", """{"EndpointName":7}""")).At("__type").Should().Be("ThrottlingException");
    }

    [Theory]
    [InlineData("throttling", 400, "<Code>Throttling</Code>")]
    [InlineData("internalError", 500, "<Code>InternalServiceError</Code>")]
    public async Task Query_OfAStruckOperation_HasTheProtocolsCode(string kind, int status, string code)
    {
        await Ask($$"""{"kind":"{{kind}}"}""");

        var answer = await _account.Query("Action=DescribeAlarms");

        answer.Status.Should().Be(status);
        answer.Text.Should().Contain(code);
    }

    [Theory]
    [InlineData("throttling", 400, "Throttling;Sender")]
    [InlineData("internalError", 500, "InternalServiceError;Receiver")]
    public async Task Cbor_OfAStruckOperation_HasTheQueryCodeToo(string kind, int status, string code)
    {
        await Ask($$"""{"kind":"{{kind}}"}""");

        var answer = await _account.Cbor("DescribeAlarms", [0xA0]);

        (answer.Status, answer.Header("x-amzn-query-error")).Should().Be((status, code));
    }

    [Fact]
    public async Task PlainRoute_OfAStruckOperation_FailsToo()
    {
        await Ask("""{"kind":"throttling"}""");

        (await _account.Plain("sagemaker/ListModels", "{}")).Status.Should().Be(400);
    }

    [Fact]
    public async Task Account_OfAnother_IsServed()
    {
        await Ask("""{"kind":"internalError"}""");

        (await host.NewAccount().SageMaker("ListModels", "{}")).Status.Should().Be(200);
    }

    [Fact]
    public async Task StruckCall_OfAWrite_ChangesNothing()
    {
        await Ask("""{"kind":"internalError","operation":"CreateModel","times":1}""");

        (await _account.SageMaker("CreateModel", """{"ModelName":"m","PrimaryContainer":{"Image":"i"}}""")).Status.Should().Be(500);

        (await _account.SageMaker("ListModels", "{}")).At("Models").Should().Be("[]");
    }

    private async Task Ask(string fault) => (await _account.Ours("POST faults", fault)).Status.Should().Be(201);
}
