using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>The routes that the dashboard begins with.</summary>
public sealed class ViewRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task List_OfANewAccount_IsEmpty()
    {
        var answer = await _account.Ours("GET endpoints");

        answer.Status.Should().Be(200);
        answer.At("total").Should().Be("0");
        answer.Json["endpoints"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task List_DuringARollingUpdate_HasTrafficStepAndPosition()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);
        await _account.Advances(60);

        var answer = await _account.Ours("GET endpoints");

        answer.Json["endpoints"]![0]!.ToJsonString().Should().Be(
            """
            {"name":"demo","status":"Updating","since":"2030-01-01T00:00:05Z","old":{"configName":"blue","instances":4,"inService":4,"trafficShare":0.5},"new":{"configName":"green","instances":2,"inService":2,"trafficShare":0.5},"deployment":"d-000002","policy":"rolling","rollingBack":false,"step":"Baking for 120 s.","bakeEndsAt":"2030-01-01T00:02:11Z"}
            """);
        var events = await _account.Send(
            HttpMethod.Get, $"/_rollingdeploy/events?account={_account.Id}&wait=false&after={answer.At("position")}", null, null);
        events.Json["events"]!.AsArray().Should().BeEmpty("the list includes all events up to its position");
    }

    [Fact]
    public async Task List_WithAFilterAndALimit_IsSortedAndCounted()
    {
        await _account.HasEndpoint();
        foreach (var name in (string[])["Demo-3", "demo-2", "other"])
        {
            await _account.Does("CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"blue"}""");
        }

        var answer = await Get("endpoints?name=DEMO&limit=2");

        answer["total"]!.GetValue<int>().Should().Be(3);
        answer["endpoints"]!.AsArray().Select(each => each!["name"]!.GetValue<string>()).Should().Equal("demo", "demo-2");
    }

    [Fact]
    public async Task List_WhileOthersHaveEndpoints_NamesTheirPlaces()
    {
        var other = host.NewAccount();
        await other.HasEndpoint();
        await _account.HasEndpoint();

        var places = (await _account.Ours("GET endpoints", region: "eu-west-1")).Json["elsewhere"]!.AsArray();

        places[0]!.ToJsonString().Should().Be($$"""{"account":"{{_account.Id}}","region":"us-east-1","endpoints":1}""");
        places.Should().HaveCountLessThanOrEqualTo(20);
    }

    [Theory]
    [InlineData("endpoints?limit=0", "'0' is not valid for limit. Use a whole number from 1 to 1000.")]
    [InlineData("endpoints?limit=1001", "'1001' is not valid for limit. Use a whole number from 1 to 1000.")]
    [InlineData("endpoints/demo/alarms?periods=x", "'x' is not valid for periods. Use a whole number from 1 to 200.")]
    [InlineData("endpoints?lmit=1", "Unknown query parameter 'lmit'. Did you mean limit?")]
    public async Task Request_WithABadParameter_IsRefused(string path, string detail)
    {
        var answer = await Get(path, 400);

        answer["detail"]!.GetValue<string>().Should().Be(detail);
    }

    [Fact]
    public async Task Endpoint_DuringABlueGreenUpdate_HasEachInstanceOfBothFleets()
    {
        await _account.HasEndpoint(2);
        await _account.HasAlarm();
        await _account.Updates(Policies.Canary);
        await _account.Advances(20);

        var view = (await _account.Ours("GET endpoints/DEMO")).Json;

        Instances(view["current"]!).Should().Be("i-000001 inService, i-000002 inService");
        Instances(view["pending"]!).Should().Be("i-000003 inService, i-000004 inService");
        view["pending"]!["trafficShare"]!.GetValue<double>().Should().Be(0.5);
        view["pending"]!["variants"]![0]!["active"]!.GetValue<int>().Should().Be(1);
        view["deployment"]!["id"]!.GetValue<string>().Should().Be("d-000002");
        view["deadline"]!.GetValue<string>().Should().NotBeEmpty();
        view["deployments"]!.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("GET endpoints/none")]
    [InlineData("GET endpoints/none/alarms")]
    public async Task Endpoint_ThatDoesNotExist_IsNotFound(string route) => (await _account.Ours(route)).Status.Should().Be(404);

    [Fact]
    public async Task Alarms_OfAnEndpoint_HaveTheDataThatTheyEvaluate()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);
        await _account.CloudWatch("PutMetricData", """{"Namespace":"MyApp","MetricData":[{"MetricName":"Errors","Value":9,"Unit":"Count"}]}""");
        await _account.Advances(60);

        var alarm = (await Get("endpoints/demo/alarms?periods=2")).AsArray()[0]!;

        alarm["state"]!.GetValue<string>().Should().Be("ALARM");
        alarm["watched"]!.GetValue<bool>().Should().BeTrue();
        alarm["metric"]!.GetValue<string>().Should().Be("Sum of Errors");
        alarm["unit"]!.GetValue<string>().Should().Be("Count");
        alarm["points"]!.ToJsonString().Should().Be(
            """[{"time":"2029-12-31T23:59:00Z"},{"time":"2030-01-01T00:00:00Z","value":9,"breaching":true}]""");
        alarm["evaluatedFrom"]!.GetValue<string>().Should().Be("2030-01-01T00:00:00Z");
        alarm["evaluatedTo"]!.GetValue<string>().Should().Be("2030-01-01T00:01:00Z");
    }

    [Fact]
    public async Task Alarms_OnMetricsOfTheEndpoint_AreListedWithoutADeployment()
    {
        await _account.HasEndpoint();
        await _account.CloudWatch("PutMetricAlarm", """
            {"AlarmName":"latency","Namespace":"AWS/SageMaker","MetricName":"ModelLatency","ExtendedStatistic":"p99","Period":60,
             "EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":10000,"ComparisonOperator":"GreaterThanOrEqualToThreshold",
             "Dimensions":[{"Name":"EndpointName","Value":"demo"},{"Name":"VariantName","Value":"AllTraffic"}]}
            """);
        await _account.HasAlarm("of-something-else");

        var alarms = (await Get("endpoints/demo/alarms")).AsArray();

        alarms.Select(alarm => alarm!["name"]!.GetValue<string>()).Should().Equal("latency");
        alarms[0]!["watched"]!.GetValue<bool>().Should().BeFalse();
        alarms[0]!["unit"].Should().BeNull("there is no data yet");
        alarms[0]!["comparison"]!.GetValue<string>().Should().Be("≥");
        alarms[0]!["points"]!.AsArray().Should().HaveCount(30);
    }

    private async Task<JsonNode> Get(string path, int status = 200)
    {
        var answer = await _account.Send(
            HttpMethod.Get, $"/_rollingdeploy/{path}{(path.Contains('?') ? '&' : '?')}account={_account.Id}", null, null);
        answer.Status.Should().Be(status, answer.Text);
        return answer.Json;
    }

    private static string Instances(JsonNode fleet) => string.Join(", ", fleet["variants"]!.AsArray().SelectMany(
        variant => variant!["instances"]!.AsArray()).Select(each => $"{each!["id"]} {each["state"]}"));
}
