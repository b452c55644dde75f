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

    [Theory]
    [InlineData("""{"kind":"slowLaunch","fleet":"new","seconds":90}""", """{"id":"fault-000001","kind":"slowLaunch","fleet":"new","seconds":90,"hits":0}""")]
    [InlineData("""{"kind":"slowLaunch"}""", """{"id":"fault-000001","kind":"slowLaunch","seconds":600,"hits":0}""")]
    [InlineData("""{"kind":"instanceCrash","endpoint":"later"}""", """{"id":"fault-000001","kind":"instanceCrash","endpoint":"later","times":1,"hits":0}""")]
    [InlineData("""{"kind":"throttling","operation":"listendpoints","rate":0.5}""", """{"id":"fault-000001","kind":"throttling","operation":"listendpoints","rate":0.5,"hits":0}""")]
    public async Task Post_OfAnyKind_SaysWhatItWillDo(string body, string expected) =>
        (await _account.Ours("POST faults", body)).Text.Should().Be(expected);

    [Fact]
    public async Task PingFailure_WithASetting_IsGivenUpAfterThatTime()
    {
        using var other = TestHost.With(("RollingDeploy:Fleet:PingTimeoutSeconds", "90"));
        var account = other.NewAccount();
        await account.HasModel();
        await account.HasConfig("blue", 1);
        await account.Ours("POST faults", """{"kind":"pingFailure"}""");

        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await account.Advances(89);
        (await account.Describes()).At("EndpointStatus").Should().Be("Creating");
        await account.Advances(1);

        (await account.Describes()).At("FailureReason").Should().Be(
            "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs "
            + "for this endpoint.");
    }

    [Fact]
    public async Task PingFailure_OfAVariantWithAHealthCheckTimeout_IsGivenUpAfterThatTime()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """{"EndpointConfigName":"blue","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"ContainerStartupHealthCheckTimeoutInSeconds":60}]}""");
        await _account.Ours("POST faults", """{"kind":"pingFailure"}""");

        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await _account.Advances(60);

        (await _account.Describes()).At("EndpointStatus").Should().Be("Failed");
    }

    [Fact]
    public async Task InstanceCrash_OfAQuietEndpoint_IsSeenAtOnceAndWaitedForByItsEvent()
    {
        await _account.HasEndpoint();

        (await _account.Ours("POST faults", """{"kind":"instanceCrash","endpoint":"demo"}""")).At("hits").Should().Be("1");

        (await _account.Describes()).At("ProductionVariants.0.CurrentInstanceCount").Should().Be("3");
        (await _account.Ours("POST clock/advance", """{"toNextEvent":true}""")).At("reached").Should().Be("true");
        (await _account.Describes()).At("ProductionVariants.0.CurrentInstanceCount").Should().Be("4");
    }
}
