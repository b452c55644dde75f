using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class TrafficRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_OfTraffic_IsCountedInTheMetrics()
    {
        await _account.HasEndpoint();

        var said = await _account.Ours("PUT endpoints/demo/traffic", """{"requestsPerSecond":50}""");
        await _account.Advances(600);

        said.Text.Should().Be("""{"requestsPerSecond":50,"pattern":"constant"}""");
        (await _account.Sum("Invocations")).Should().BeInRange(50 * 540, 50 * 600);
    }

    [Fact]
    public async Task Delete_OfTraffic_EndsIt()
    {
        await _account.HasEndpoint();
        await _account.Ours("PUT endpoints/demo/traffic", """{"requestsPerSecond":50,"pattern":"ramp","rampSeconds":60}""");
        (await _account.Ours("GET endpoints/demo/traffic")).Text.Should().Be("""{"requestsPerSecond":50,"pattern":"ramp","rampSeconds":60}""");

        var answer = await _account.Ours("DELETE endpoints/demo/traffic");
        await _account.Advances(600);

        answer.Status.Should().Be(204);
        (await _account.Ours("GET endpoints/demo/traffic")).Text.Should().Be("""{"requestsPerSecond":0,"pattern":"constant"}""");
        (await _account.Sum("Invocations")).Should().Be(0);
    }

    [Theory]
    [InlineData("{}", "requestsPerSecond")]
    [InlineData("""{"requestsPerSecond":-1}""", "requestsPerSecond")]
    [InlineData("""{"requestsPerSecond":1e7}""", "requestsPerSecond")]
    [InlineData("""{"requestsPerSecond":1,"pattern":"sometimes"}""", "pattern")]
    [InlineData("""{"requestsPerSecond":1,"rampSeconds":60}""", "rampSeconds")]
    [InlineData("""{"requestsPerSecond":1,"pattern":"ramp","rampSeconds":0}""", "rampSeconds")]
    [InlineData("""{"requestsPerSecond":1,"burst":2}""", "burst")]
    public async Task Put_OfNonsense_NamesTheFieldAndChangesNothing(string body, string field)
    {
        await _account.HasEndpoint();
        await _account.Ours("PUT endpoints/demo/traffic", """{"requestsPerSecond":7}""");

        var answer = await _account.Ours("PUT endpoints/demo/traffic", body);

        answer.Status.Should().Be(400);
        answer.At("field").Should().Be(field);
        (await _account.Ours("GET endpoints/demo/traffic")).At("requestsPerSecond").Should().Be("7");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Any_OfAnEndpointThatIsNotThere_IsNotFound(string method)
    {
        var answer = await _account.Ours($"{method} endpoints/demo/traffic", method == "PUT" ? """{"requestsPerSecond":1}""" : null);

        answer.Status.Should().Be(404);
        answer.At("detail").Should().StartWith($"There is no endpoint 'demo' in account {_account.Id}, region us-east-1.");
    }
}
