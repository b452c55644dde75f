using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class ClockRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Get_OfANewAccount_ShowsAFrozenClock()
    {
        var answer = await _account.Ours("GET clock");

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("""{"now":"2030-01-01T00:00:00Z","mode":"frozen","speed":1,"behindSeconds":0}""");
    }

    [Theory]
    [InlineData("""{"mode":"scaled","speed":60}""", "scaled", "60", "2030-01-01T00:00:00Z")]
    [InlineData("""{"speed":1000000}""", "frozen", "1000000", "2030-01-01T00:00:00Z")]
    [InlineData("""{"now":"2030-01-01T00:00:00.5Z"}""", "frozen", "1", "2030-01-01T00:00:00.5Z")]
    [InlineData("""{"now":"2030-01-01T03:00:00+02:00"}""", "frozen", "1", "2030-01-01T01:00:00Z")]
    [InlineData("""{"now":"2030-01-01T00:00:00Z"}""", "frozen", "1", "2030-01-01T00:00:00Z")]
    [InlineData("""{"now":"9000-01-01T00:00:00Z"}""", "frozen", "1", "9000-01-01T00:00:00Z")]
    [InlineData("{}", "frozen", "1", "2030-01-01T00:00:00Z")]
    public async Task Put_OfAChange_AnswersTheClockAsItIs(string body, string mode, string speed, string now)
    {
        var answer = await _account.Ours("PUT clock", body);

        answer.Status.Should().Be(200, answer.Text);
        (answer.At("mode"), answer.At("speed"), answer.At("now")).Should().Be((mode, speed, now));
        (await _account.Ours("GET clock")).Text.Should().Be(answer.Text);
    }

    [Fact]
    public async Task Put_OfALaterNow_CarriesOutWhatLiesBetween()
    {
        await _account.HasEndpoint();
        await _account.Updates();

        await _account.Ours("PUT clock", """{"now":"2030-01-02T00:00:00Z"}""");

        (await _account.Describes()).At("EndpointConfigName").Should().Be("green");
    }

    [Theory]
    [InlineData("""{"seconds":300}""", "2030-01-01T00:05:00Z")]
    [InlineData("""{"seconds":0}""", "2030-01-01T00:00:00Z")]
    [InlineData("""{"seconds":0.25}""", "2030-01-01T00:00:00.25Z")]
    [InlineData("""{"to":"2030-01-01T00:00:00Z"}""", "2030-01-01T00:00:00Z")]
    [InlineData("""{"to":"2130-01-01T00:00:00Z"}""", "2130-01-01T00:00:00Z")]
    [InlineData("""{"seconds":3155760000}""", "2130-01-02T00:00:00Z")]
    [InlineData("""{"seconds":1,"toNextEvent":false}""", "2030-01-01T00:00:01Z")]
    public async Task Advance_WhileNothingGoesOn_MovesTheClock(string body, string now)
    {
        var answer = await _account.Ours("POST clock/advance", body);

        answer.Text.Should().Be($$"""{"now":"{{now}}","events":0,"reached":true}""");
    }

    [Fact]
    public async Task Advance_ToTheNextEventThatIsNotToCome_StaysAndSaysSo()
    {
        var answer = await _account.Ours("POST clock/advance", """{"toNextEvent":true}""");

        answer.Text.Should().Be("""{"now":"2030-01-01T00:00:00Z","events":0,"reached":false}""");
    }

    [Fact]
    public async Task Advance_UntilTheLimit_SaysThatItWasNotReached()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);

        var answer = await _account.Ours("POST clock/advance", """{"until":{"endpoint":"demo","status":"InService"},"limitSeconds":60}""");

        (answer.At("now"), answer.At("reached")).Should().Be(("2030-01-01T00:01:05Z", "false"));
    }

    [Fact]
    public async Task Advance_UntilAStatusThatGivesWayToAnotherStableOne_StopsThere()
    {
        await _account.HasEndpoint();
        await _account.Updates();

        var answer = await _account.Ours("POST clock/advance", """{"until":{"endpoint":"demo","status":"UpdateRollbackFailed"}}""");

        answer.At("reached").Should().Be("false");
        (await _account.Describes()).At("EndpointStatus").Should().Be("InService");
    }

    [Fact]
    public async Task Advance_UntilAnEndpointIsGone_Ends()
    {
        await _account.HasEndpoint();
        await _account.Does("DeleteEndpoint", """{"EndpointName":"demo"}""");

        var answer = await _account.Ours("POST clock/advance", """{"until":{"endpoint":"DEMO","status":"InService"}}""");

        (answer.At("now"), answer.At("reached")).Should().Be(("2030-01-01T00:00:06Z", "false"));
    }

    [Fact]
    public async Task Advance_BeyondTheYear9000_IsRefused()
    {
        await _account.Ours("PUT clock", """{"now":"8999-12-31T00:00:00Z"}""");

        var refused = await _account.Ours("POST clock/advance", """{"seconds":86401}""");
        var accepted = await _account.Ours("POST clock/advance", """{"seconds":86400}""");
        var limited = await _account.Ours("POST clock/advance", """{"toNextEvent":true,"limitSeconds":3155760000}""");

        (refused.Status, refused.At("field")).Should().Be((400, "seconds"));
        accepted.At("now").Should().Be("9000-01-01T00:00:00Z");
        limited.Status.Should().Be(200);
    }

    [Fact]
    public async Task Get_InAnotherRegion_ShowsTheSameClock()
    {
        await _account.Advances(5);

        (await _account.Ours("GET clock", region: "eu-west-1")).At("now").Should().Be("2030-01-01T00:00:05Z");
    }
}
