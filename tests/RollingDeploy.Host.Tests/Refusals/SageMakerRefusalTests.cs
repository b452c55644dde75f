using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Refusals;

/// <summary>A refused call changes nothing, and its refusal is AWS's: never HTML, never a 500, never a stack trace.</summary>
public sealed class SageMakerRefusalTests(TestHost host)
{
    public static TheoryData<string, string, string> Refused =>
        [.. RefusedRequests.SageMaker.Select(refused => (refused.Operation, refused.Body, refused.Text))];

    public static TheoryData<string, string, string> Malformed =>
        [.. RefusedRequests.Malformed.Select(refused => (refused.Operation, refused.Body, refused.Text))];

    [Fact]
    public async Task Call_OfAnUnknownEndpoint_ChangesNothing()
    {
        var account = await Stage();
        var before = WorldPrinter.Print(account);

        var answer = await account.SageMaker("DeleteEndpoint", """{"EndpointName":"nope"}""");

        answer.Text.Should().Be(
            $$"""{"__type":"ValidationException","message":"Could not find endpoint \"arn:aws:sagemaker:us-east-1:{{account.Id}}:endpoint/nope\"."}""");
        WorldPrinter.Print(account).Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Call_AgainstARule_ChangesNothing(string operation, string body, string text)
    {
        var account = await Stage();
        var before = WorldPrinter.Print(account);

        foreach (var answer in new[] { await account.SageMaker(operation, body), await account.Plain($"sagemaker/{operation}", body) })
        {
            RequireAwsError(answer);
            answer.At("__type").Should().Be("ValidationException");
            answer.At("message").Should().Contain(text);
        }

        WorldPrinter.Print(account).Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Call_ThatIsMalformed_ChangesNothing(string operation, string body, string text)
    {
        var account = await Stage();
        var before = WorldPrinter.Print(account);

        foreach (var answer in new[] { await account.SageMaker(operation, body), await account.Plain($"sagemaker/{operation}", body) })
        {
            RequireAwsError(answer);
            answer.At("__type").Should().BeOneOf("SerializationException", "UnknownOperationException", "ValidationException");
            (answer.At("message") ?? answer.At("Message")).Should().NotBeNullOrEmpty().And.Match($"*{text}*");
        }

        WorldPrinter.Print(account).Should().Be(before);
    }

    [Fact]
    public async Task Call_InAnotherRegion_ChangesNothing()
    {
        var account = await Stage();
        var before = WorldPrinter.Print(account);

        var answer = await account.SageMaker("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green"}""", "eu-west-1");

        RequireAwsError(answer);
        WorldPrinter.Print(account).Should().Be(before);
    }

    private static void RequireAwsError(Answer answer)
    {
        answer.Status.Should().Be(400, answer.Text);
        answer.ContentType.Should().BeOneOf("application/x-amz-json-1.1", "application/json");
        answer.Header("x-amzn-RequestId").Should().NotBeNullOrEmpty();
        answer.Text.Should().NotContainAny("<html", "System.", "Microsoft.", "RollingDeploy.Host", "RollingDeploy.Core", "   at ");
    }

    private async Task<Account> Stage()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Does("CreateEndpoint", """{"EndpointName":"busy","EndpointConfigName":"blue"}""");
        return account;
    }
}
