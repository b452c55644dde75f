using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>Which account and region a call speaks of, on our own routes and on AWS's: every answer says it.</summary>
public sealed class PartitionTests(TestHost host)
{
    private const string Standard = "000000000000";

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string, string, string, string> Queries => new()
    {
        { "", "", Standard, "us-east-1" },
        { "?account=111122223333", "", "111122223333", "us-east-1" },
        { "?region=eu-west-1", "", Standard, "eu-west-1" },
        { "", "222233334444/20300101/ap-south-1", "222233334444", "ap-south-1" },
        { "", "AKIDEXAMPLE/20300101/ap-south-1", Standard, "ap-south-1" },
        { "?account=111122223333", "222233334444/20300101/ap-south-1", "111122223333", "ap-south-1" },
        { "?region=eu-west-1", "222233334444/20300101/ap-south-1", "222233334444", "eu-west-1" },
        { "?account=111122223333&region=eu-west-1", "222233334444/20300101/ap-south-1", "111122223333", "eu-west-1" },
        { "?X-Amz-Credential=222233334444%2F20300101%2Fap-south-1%2Fsagemaker%2Faws4_request", "", "222233334444", "ap-south-1" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Call_OfOurRoutes_TakesTheQueryFirstAndThenTheSignature(
        string query, string scope, string account, string region)
    {
        var answer = await Send("GET", $"/_rollingdeploy/faults{query}", scope);

        About(answer).Should().Be((200, account, region));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Call_OfAPlainRoute_TakesTheQueryFirstAndThenTheSignature(
        string query, string scope, string account, string region)
    {
        var answer = await Send("POST", $"/sagemaker/ListModels{query}", scope, "{}");

        About(answer).Should().Be((200, account, region));
    }

    [Theory]
    [InlineData("GET clock", null, 200)]
    [InlineData("GET health", null, 200)]
    [InlineData("POST clock/advance", """{"seconds":0}""", 200)]
    [InlineData("POST reset", null, 204)]
    [InlineData("POST faults", """{"kind":"slowLaunch"}""", 201)]
    [InlineData("POST faults", """{"kind":"sloLaunch"}""", 400)]
    [InlineData("POST faults", "{", 400)]
    [InlineData("PUT clock", """{"now":"2001-01-01T00:00:00Z"}""", 400)]
    [InlineData("GET endpoints/nope/journal", null, 404)]
    [InlineData("GET endpoints/nope/deployments/d-000001", null, 404)]
    [InlineData("DELETE faults/fault-000009", null, 404)]
    [InlineData("GET nothing", null, 404)]
    [InlineData("DELETE clock", null, 404)]
    public async Task Answer_OfOurRoutes_NamesAccountAndRegion(string route, string? body, int status)
    {
        var answer = await _account.Ours(route, body, "eu-west-1");

        About(answer).Should().Be((status, _account.Id, "eu-west-1"));
    }

    [Fact]
    public async Task Answer_OfAnAwsRoute_NamesAccountAndRegionInEveryProtocol()
    {
        const string Missing = """{"EndpointName":"nope"}""";

        About(await _account.SageMaker("DescribeEndpoint", Missing, "eu-west-1")).Should().Be((400, _account.Id, "eu-west-1"));
        About(await _account.CloudWatch("ListMetrics", "{}")).Should().Be((200, _account.Id, "us-east-1"));
        About(await _account.Query("Action=ListMetrics")).Should().Be((200, _account.Id, "us-east-1"));
        About(await _account.Cbor("ListMetrics", [0xA0])).Should().Be((200, _account.Id, "us-east-1"));
        About(await _account.Runtime("nope/invocations", "1")).Should().Be((400, _account.Id, "us-east-1"));
        About(await _account.SageMaker("Nope", "{}")).Should().Be((400, _account.Id, "us-east-1"));
    }

    [Fact]
    public async Task Answer_ToAnAccountThatCannotBe_NamesNone()
    {
        var ours = await Send("GET", "/_rollingdeploy/clock?account=12", "");
        var plain = await Send("POST", "/sagemaker/ListModels?account=12", "", "{}");

        About(ours).Should().Be((400, null, null));
        About(plain).Should().Be((400, null, null));
    }

    [Fact]
    public async Task Account_ThatASettingNames_IsTheStandardEverywhere()
    {
        await using var other = TestHost.With(("RollingDeploy:Account", "123412341234"));
        using var client = other.CreateClient();

        foreach (var (method, path, body) in ((string, string, string?)[])[
            ("GET", "/_rollingdeploy/clock", null), ("POST", "/sts/GetCallerIdentity", "{}"), ("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", null),
            ("POST", "/endpoints/e/invocations", "1")])
        {
            using var request =
                new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body) };
            using var response = await client.SendAsync(request);
            var answer = await Answer.Of(response);

            (answer.Header("X-RollingDeploy-Account") ?? answer.Text).Should().Contain("123412341234", path);
            answer.Text.Should().NotContain(Standard, path);
        }
    }

    private static (int Status, string? Account, string? Region) About(Answer answer) =>
        (answer.Status, answer.Header("X-RollingDeploy-Account"), answer.Header("X-RollingDeploy-Region"));

    private Task<Answer> Send(string method, string path, string scope, string? body = null) => _account.Send(
        new HttpMethod(method), path, body, "application/json",
        scope.Length == 0 ? [] : [("Authorization", $"AWS4-HMAC-SHA256 Credential={scope}/sagemaker/aws4_request, SignedHeaders=host, Signature=0")]);
}
