using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class FaultRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Post_OfAFault_AnswersItWithItsIdAndPlace()
    {
        var answer = await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""");

        answer.Status.Should().Be(201);
        answer.Header("Location").Should().Be("/_rollingdeploy/faults/fault-000001");
        answer.Text.Should().Be("""{"id":"fault-000001","kind":"insufficientCapacity","hits":0}""");
    }

    [Fact]
    public async Task Get_AfterSeveralWereAsked_ListsThemInOrderAndInFull()
    {
        const string full = """
            "kind":"insufficientCapacity","endpoint":"e","variant":"v","fleet":"old","instanceType":"ml.m5.large","atInstance":3,"times":2
            """;
        await _account.Ours("POST faults", $$"""{{{full}}}""");
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""");

        var answer = await _account.Ours("GET faults");

        answer.Text.Should().Be(
            $$"""[{"id":"fault-000001",{{full}},"hits":0},{"id":"fault-000002","kind":"insufficientCapacity","hits":0}]""");
    }

    [Fact]
    public async Task Fault_ThatStrikes_CountsItsHitsAndStopsAfterItsTimes()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 3);
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity","endpoint":"DEMO","times":2}""");

        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await _account.Advances(60);

        (await _account.Describes()).At("EndpointStatus").Should().Be("Failed");
        (await _account.Ours("GET faults")).At("0.hits").Should().Be("2");
    }

    [Fact]
    public async Task Fault_ForAnotherEndpoint_DoesNotStrike()
    {
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity","endpoint":"other"}""");

        await _account.HasEndpoint();

        (await _account.Ours("GET faults")).At("0.hits").Should().Be("0");
    }

    [Fact]
    public async Task Fault_OfAnotherRegion_NeitherStrikesNorIsSeen()
    {
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""", "eu-west-1");

        await _account.HasEndpoint();

        (await _account.Ours("GET faults")).Text.Should().Be("[]");
        (await _account.Ours("DELETE faults/fault-000001")).Status.Should().Be(404);
        (await _account.Ours("GET faults", region: "eu-west-1")).At("0.hits").Should().Be("0");
    }

    [Fact]
    public async Task Delete_OfAFault_TakesItBack()
    {
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""");

        var answer = await _account.Ours("DELETE faults/fault-000001");

        answer.Status.Should().Be(204);
        (await _account.Ours("GET faults")).Text.Should().Be("[]");
        (await _account.Ours("DELETE faults/fault-000001")).Status.Should().Be(404);
        (await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""")).At("id").Should().Be("fault-000002");
    }
}
