using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>A 404 of our routes says where it looked, and where the name is: mostly an account was forgotten.</summary>
public sealed class WhereaboutsTests
{
    private const string Here = "in account 000000000000, region us-east-1.";

    [Theory]
    [InlineData("PUT models/model/behavior", """{"errorRate":0.1}""", "There is no model 'model' ")]
    [InlineData("POST faults", """{"kind":"slowLaunch","endpoint":"demo"}""", "There is no endpoint 'demo' ")]
    [InlineData("POST faults", """{"kind":"slowLaunch","when":{"endpoint":"demo"}}""", "There is no endpoint 'demo' ")]
    public async Task Call_ThatMayComeBeforeWhatItNames_IsWarnedWhereAnotherAccountHasIt(
        string route, string body, string sentence)
    {
        await using var host = TestHost.With();
        var (owner, other) = (host.NewAccount(), host.NewAccount());
        await owner.HasEndpoint();

        var forgotten = await other.Ours(route, body);
        var meant = await owner.Ours(route, body);

        forgotten.Status.Should().BeInRange(200, 201);
        forgotten.Header("X-RollingDeploy-Warning").Should().StartWith(sentence).And.Contain($"use ?account={owner.Id}");
        meant.Header("X-RollingDeploy-Warning").Should().BeNull();
    }

    [Theory]
    [InlineData("acount=111122223333", "Unknown query parameter 'acount'. Did you mean account?")]
    [InlineData("speed=2", "Unknown query parameter 'speed'. Use account or region.")]
    public async Task Call_WithAParameterThatIsNotThere_IsRefused(string query, string detail)
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();

        var answer = await account.Send(HttpMethod.Post, $"/_rollingdeploy/clock/advance?{query}", """{"seconds":1}""", "application/json");

        (answer.Status, answer.At("detail")).Should().Be((400, detail));
    }

    [Theory]
    [InlineData("GET", "endpoints/demo/journal", "There is no endpoint 'demo' ")]
    [InlineData("GET", "endpoints/demo/deployments", "There is no endpoint 'demo' ")]
    [InlineData("GET", "endpoints/demo/deployments/d-000001", "There is no endpoint 'demo' ")]
    [InlineData("GET", "endpoints/demo/traffic", "There is no endpoint 'demo' ")]
    [InlineData("DELETE", "endpoints/demo/traffic", "There is no endpoint 'demo' ")]
    [InlineData("PUT", "endpoints/demo/traffic", "There is no endpoint 'demo' ", """{"requestsPerSecond":1}""")]
    [InlineData("DELETE", "faults/fault-000001", "There is no fault 'fault-000001' ")]
    [InlineData("POST", "clock/advance", "There is no endpoint 'demo' ", """{"until":{"endpoint":"demo","status":"InService"}}""")]
    [InlineData("POST", "clock/advance", "There is no alarm 'errors' ", """{"until":{"alarm":"errors","state":"OK"}}""")]
    public async Task Call_WithoutItsAccount_IsToldWhichHasTheName(
        string method, string path, string sentence, string? body = null)
    {
        await using var host = TestHost.With();
        var owner = host.NewAccount();
        await owner.HasEndpoint();
        await owner.HasAlarm();
        await owner.Ours("POST faults", """{"kind":"slowLaunch"}""");

        var answer = await owner.Send(new HttpMethod(method), $"/_rollingdeploy/{path}", body, "application/json");

        (answer.Status, answer.At("detail")).Should().Be(
            (404, $"{sentence}{Here} Account {owner.Id} has one in us-east-1: add ?account={owner.Id}."));
        host.Worlds.Begun.Select(each => each.Account).Where(each => each != owner.Id).Should().BeEquivalentTo(
            path.StartsWith("clock", StringComparison.Ordinal) ? ["000000000000"] : Array.Empty<string>(), "looking makes no world");
    }

    [Fact]
    public async Task Call_WithoutItsRegion_IsToldWhichHasTheName()
    {
        await using var host = TestHost.With();
        var owner = host.NewAccount();
        await owner.HasEndpoint();

        var answer = await owner.Ours("GET endpoints/demo/journal", region: "eu-west-1");

        answer.At("detail").Should().Be(
            $"There is no endpoint 'demo' in account {owner.Id}, region eu-west-1. Account {owner.Id} has one in us-east-1: use ?region=us-east-1.");
    }

    [Fact]
    public async Task Call_WithANameThatManyHave_IsToldTheNearest()
    {
        await using var host = TestHost.With();
        var owners = Enumerable.Range(0, 5).Select(_ => host.NewAccount()).ToList();
        foreach (var owner in owners)
        {
            await owner.Ours("POST faults", """{"kind":"slowLaunch"}""", "eu-west-1");
        }

        var answer = await owners[3].Ours("DELETE faults/fault-000001", region: "us-west-2");

        answer.At("detail").Should().Be(
            $"There is no fault 'fault-000001' in account {owners[3].Id}, region us-west-2. "
            + $"Account {owners[3].Id} has one in eu-west-1: use ?region=eu-west-1. "
            + $"Account {owners[0].Id} has one in eu-west-1: use ?account={owners[0].Id}&region=eu-west-1. "
            + $"Account {owners[1].Id} has one in eu-west-1: use ?account={owners[1].Id}&region=eu-west-1. There are more.");
    }

    [Fact]
    public async Task Call_WithADeploymentThatIsNotThere_SaysOfWhichEndpoint()
    {
        await using var host = TestHost.With();
        var (one, other) = (host.NewAccount(), host.NewAccount());
        await one.HasEndpoint();
        await other.HasEndpoint();
        await other.Updates();

        var answer = await one.Ours("GET endpoints/demo/deployments/d-000002");

        answer.At("detail").Should().Be(
            $"There is no deployment 'd-000002' of endpoint 'demo' in account {one.Id}, region us-east-1. "
            + $"Account {other.Id} has one in us-east-1: use ?account={other.Id}.");
    }

    [Fact]
    public async Task Call_WithANameThatNobodyHas_SaysOnlyWhereItLooked()
    {
        await using var host = TestHost.With();

        var answer = await host.NewAccount().Send(HttpMethod.Get, "/_rollingdeploy/inference-components/c/deployments", null, null);

        answer.At("detail").Should().Be($"There is no inference component 'c' {Here}");
    }

    [Fact]
    public async Task DescribeEndpoint_WithoutItsAccount_KeepsAwsText()
    {
        await using var host = TestHost.With();
        var owner = host.NewAccount();
        await owner.HasEndpoint();

        var answer = await owner.Send(HttpMethod.Post, "/sagemaker/DescribeEndpoint", """{"EndpointName":"demo"}""", "application/json");

        answer.At("message").Should().Be("Could not find endpoint \"arn:aws:sagemaker:us-east-1:000000000000:endpoint/demo\".");
        answer.Header("X-RollingDeploy-Account").Should().Be("000000000000");
    }
}
