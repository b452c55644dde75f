using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class BehaviorRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Get_OfAModelOfWhichNothingWasSaid_ShowsTheDefaults()
    {
        var answer = await _account.Ours("GET models/model/behavior");

        answer.Text.Should().Be(
            """{"model":"model","inEffect":{"latencyMs":{"median":3,"p99":12},"errorRate":0,"clientErrorRate":0,"ping":"ok","response":{"kind":"echo"}},"replays":true}""");
    }

    [Fact]
    public async Task Put_OfABehavior_CountsAtOnceAndUntilItIsTakenBack()
    {
        await _account.HasEndpoint();

        var said = await _account.Ours("PUT models/MODEL/behavior", """{"response":{"contentType":"application/json","body":"{}"}}""");

        said.At("said").Should().Be("""{"response":{"contentType":"application/json","body":"{}","kind":"fixed"}}""");
        said.At("inEffect.latencyMs").Should().Be("""{"median":3,"p99":12}""");
        (await _account.Invokes()).Text.Should().Be("{}");
        (await _account.Ours("DELETE models/model/behavior")).Status.Should().Be(204);
        (await _account.Invokes("1")).Text.Should().Be("1");
    }

    [Fact]
    public async Task Put_OfATemplate_FillsInWhatIsKnownOnce()
    {
        await _account.HasEndpoint();
        await _account.Ours("PUT models/model/behavior", """{"response":{"kind":"template","body":"{body} {variant} {model} {config} {other}"}}""");

        var answer = await _account.Invokes("{model}");

        answer.Text.Should().Be("{model} AllTraffic model blue {other}");
    }

    [Theory]
    [InlineData("""{"errorRate":-0.1}""", "errorRate", "errorRate is -0.1; it must be a number from 0 to 1.")]
    [InlineData("""{"errorRate":"1"}""", "errorRate", null)]
    [InlineData("""{"errorRat":1}""", "errorRat", "Unknown member 'errorRat'. /swagger lists the members of this request.")]
    [InlineData("""{"errorRate":0.6,"clientErrorRate":0.5}""", "clientErrorRate", "clientErrorRate is 0.5; it must be at most 1 when the rate of server errors is added.")]
    [InlineData("""{"latencyMs":{"median":20,"p99":10}}""", "latencyMs.p99", "latencyMs.p99 is 10; it must be at least the median.")]
    [InlineData("""{"latencyMs":{"median":-1}}""", "latencyMs.median", "latencyMs.median is -1; it must be a number of milliseconds from 0 to 3600000.")]
    [InlineData("""{"errorsBeyondInstances":-1}""", "errorsBeyondInstances", "errorsBeyondInstances is -1; it must be a whole number of instances, 0 or more.")]
    [InlineData("""{"startupSeconds":1e9}""", "startupSeconds", "startupSeconds is 1000000000; it must be a number of seconds from 0 to 86400.")]
    [InlineData("""{"ping":"maybe"}""", "ping", "Unknown value 'maybe' for ping. Use ok or fail.")]
    [InlineData("""{"response":{"kind":"fixed"}}""", "response.body", "response.body is not given; it must be given if the kind is fixed or template.")]
    [InlineData("""{"response":{"kind":"echo","body":"x"}}""", "response.kind", "response.kind is Echo; it must be fixed or template if there is a body.")]
    [InlineData("""{"response":{"kind":"template","body":"{body}{body}"}}""", "response.body", "response.body is {body}{body}; it must be a template that contains {body} at most once.")]
    [InlineData("""{"response":{"contentType":"a\nb"}}""", "response.contentType", null)]
    public async Task Put_OfNonsense_NamesTheFieldAndChangesNothing(string body, string field, string? detail)
    {
        await _account.Ours("PUT models/model/behavior", """{"errorRate":0.5}""");

        var answer = await _account.Ours("PUT models/model/behavior", body);

        answer.Status.Should().Be(400, answer.Text);
        answer.ContentType.Should().Be("application/problem+json");
        answer.At("field").Should().Be(field);
        answer.At("detail").Should().Match(detail ?? "*");
        (await _account.Ours("GET models/model/behavior")).At("said").Should().Be("""{"errorRate":0.5}""");
    }

    [Theory]
    [InlineData("""{"latencyMs":{"p99":39}}""", 400)]
    [InlineData("""{"latencyMs":{"p99":40}}""", 200)]
    [InlineData("""{"latencyMs":{"median":10,"p99":39}}""", 200)]
    public async Task Put_OfAP99BelowTheMedianOfTheEnvironment_IsRefused(string body, int status)
    {
        await _account.CreatesModel("ROLLINGDEPLOY_LATENCY_MS", "40", "slow");

        var answer = await _account.Ours("PUT models/slow/behavior", body);

        answer.Status.Should().Be(status, answer.Text);
        if (status == 400)
        {
            (answer.At("field"), answer.At("detail")).Should().Be((
                "latencyMs.p99",
                "latencyMs.p99 is 39; it must be at least the median, which is 40. To change the median, set latencyMs.median."));
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Any_OfANameThatNoModelCanHave_IsRefused(string method)
    {
        var answer = await _account.Ours($"{method} models/a_b/behavior", method == "PUT" ? "{}" : null);

        answer.Status.Should().Be(400);
        answer.At("field").Should().Be("name");
    }

    [Fact]
    public async Task Behavior_OfOneRegion_IsNotSeenFromAnother()
    {
        await _account.Ours("PUT models/model/behavior", """{"errorRate":1}""");

        (await _account.Ours("GET models/model/behavior", region: "eu-west-1")).At("said").Should().BeNull();
    }
}
