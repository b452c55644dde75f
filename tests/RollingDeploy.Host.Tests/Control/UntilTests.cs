using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Control;

public sealed class UntilTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Until_AnAlarmHasAState_StopsAtTheEvaluationThatGivesIt()
    {
        await _account.HasAlarm();
        await _account.CloudWatch("PutMetricData", """{"Namespace":"MyApp","MetricData":[{"MetricName":"Errors","Value":9}]}""");

        var alarm = await Advance("""{"until":{"alarm":"errors","state":"ALARM","require":true}}""");
        var ok = await Advance("""{"until":{"alarm":"errors","state":"OK"}}""");

        (alarm.Status, alarm.At("now"), alarm.At("reached")).Should().Be((200, "2030-01-01T00:01:00Z", "true"));
        // While the newest datapoint is in the evaluation range, it counts.
        (ok.At("now"), ok.At("reached")).Should().Be(("2030-01-01T00:04:00Z", "true"));
    }

    [Fact]
    public async Task Until_AnAlarmThatNeverComes_StopsAtTheLimit()
    {
        await _account.HasAlarm();

        var answer = await Advance("""{"until":{"alarm":"errors","state":"ALARM"},"limitSeconds":600}""");

        (answer.Status, answer.At("now"), answer.At("reached")).Should().Be((200, "2030-01-01T00:10:00Z", "false"));
    }

    [Fact]
    public async Task Require_OfAnAlarmThatNeverComes_IsAConflictThatSaysWhy()
    {
        await _account.HasAlarm();

        var answer = await Advance("""{"until":{"alarm":"errors","state":"ALARM","require":true},"limitSeconds":600}""");

        answer.Status.Should().Be(409);
        answer.At("detail").Should().StartWith("The alarm errors is OK and not ALARM: ");
    }

    [Fact]
    public async Task Require_OfAnUpdateThatRollsBack_SaysWhatCameInsteadAndWhy()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);
        await _account.Advances(60);
        await _account.SetsAlarm("ALARM");

        var answer = await Advance("""{"until":{"endpoint":"demo","status":"UpdateRollbackFailed","require":true}}""");

        answer.Status.Should().Be(409);
        answer.At("detail").Should().StartWith("The endpoint demo is InService and not UpdateRollbackFailed: ").And.Contain("errors");
    }

    [Theory]
    [InlineData("""{"endpoint":"demo","status":"InService","require":true}""", 200)]
    [InlineData("""{"endpoint":"demo","status":"Failed"}""", 200)]
    [InlineData("""{"endpoint":"demo","status":"Failed","require":true}""", 409)]
    [InlineData("""{"endpoint":"demo","status":"Failed","require":false}""", 200)]
    public async Task Require_OfAnotherStableStatus_Decides(string until, int status)
    {
        await _account.HasEndpoint();

        (await Advance($$"""{"until":{{until}}}""")).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("""{"until":{"endpoint":"demo","status":"Failed"},"require":true}""", 409)]
    [InlineData("""{"until":{"endpoint":"demo","status":"InService"},"require":true}""", 200)]
    [InlineData("""{"seconds":1,"require":true}""", 400)]
    public async Task Require_BesideUntil_CountsAsInIt(string body, int status)
    {
        await _account.HasEndpoint();

        (await Advance(body)).Status.Should().Be(status);
    }

    [Fact]
    public async Task Require_OfAnEndpointThatGoes_SaysThatItIsNotThere()
    {
        await _account.HasEndpoint();
        await _account.Does("DeleteEndpoint", """{"EndpointName":"demo"}""");

        var answer = await Advance("""{"until":{"endpoint":"demo","status":"InService","require":true}}""");

        (answer.Status, answer.At("detail")).Should().Be((409, "The endpoint demo no longer exists."));
    }

    [Theory]
    [InlineData("""{"alarm":"errors"}""", 400, "until.state")]
    [InlineData("""{"alarm":"errors","status":"InService"}""", 400, "until.state")]
    [InlineData("""{"alarm":"errors","state":"OK","status":"InService"}""", 400, "until.state")]
    [InlineData("""{"alarm":"errors","endpoint":"demo","state":"OK"}""", 400, "until.endpoint")]
    [InlineData("""{"endpoint":"demo","state":"OK"}""", 400, "until.status")]
    [InlineData("""{"endpoint":"demo"}""", 400, "until.status")]
    [InlineData("""{"state":"OK"}""", 400, "until.endpoint")]
    [InlineData("""{"alarm":"errors","state":"Ok?"}""", 400, "until.state")]
    [InlineData("""{"alarm":"other","state":"OK"}""", 404, null)]
    public async Task Until_WithTooMuchOrTooLittle_IsRefused(string until, int status, string? field)
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();

        var answer = await Advance($$"""{"until":{{until}}}""");

        (answer.Status, answer.At("field")).Should().Be((status, field), answer.Text);
    }

    private Task<Answer> Advance(string body) => _account.Ours("POST clock/advance", body);
}
