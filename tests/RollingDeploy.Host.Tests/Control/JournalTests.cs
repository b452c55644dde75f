using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class JournalTests(TestHost host)
{
    private const string Misspelt = """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENTAGE","Value":5},"WaitIntervalInSeconds":0}}""";
    private const string Hint = "UpdateEndpoint was refused. The guide's rolling sample writes CAPACITY_PERCENTAGE; the API's value is CAPACITY_PERCENT.";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Journal_OfACreation_TellsWhatHappened()
    {
        await _account.HasEndpoint(blue: 2);

        var answer = await _account.Ours("GET endpoints/demo/journal");

        answer.Each("", "event").Should().Equal("started", "launching", "launched", "succeeded");
        answer.At("1.sentence").Should().Be("Launching 2 new instance(s).");
        answer.At("1.deployment").Should().Be("d-000001");
    }

    [Fact]
    public async Task Entry_OfADeployment_HasFleetsSharesAndAlarms()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);
        await _account.Advances(60);

        var detail = await _account.Ours("GET endpoints/demo/deployments/d-000002");

        detail.Json["journal"]!.AsArray()[^1]!.ToJsonString().Should().Be(
            """{"time":"2030-01-01T00:00:11Z","event":"bakeStarted","sentence":"Baking for 120 s.","old":{"configName":"blue","instances":4,"inService":4,"trafficShare":0.5},"new":{"configName":"green","instances":2,"inService":2,"trafficShare":0.5},"alarms":{"errors":"OK"}}""");
    }

    [Fact]
    public async Task Journal_AfterTheGuidesMisspelling_HasTheHintInItsPlace()
    {
        await _account.HasEndpoint();
        await _account.Advances(60);

        var refused = await Misspell();
        await _account.Advances(60);
        await _account.Updates();

        refused.Status.Should().Be(400);
        var journal = await _account.Ours("GET endpoints/demo/journal");
        journal.Json[4]!.ToJsonString().Should().Be($$"""{"time":"2030-01-01T00:01:05Z","event":"refused","sentence":"{{Hint.Replace("'", "\\u0027", StringComparison.Ordinal)}}"}""");
        journal.At("5.event").Should().Be("started");
    }

    [Fact]
    public async Task Hint_WhileTheClockRuns_CarriesThePresentTime()
    {
        await using var real = TestHost.With(("RollingDeploy:Clock:Mode", "real"));
        var account = real.NewAccount();
        await account.HasEndpoint();
        real.Time.Advance(TimeSpan.FromMinutes(10));

        await account.SageMaker("UpdateEndpoint", $$"""{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{{Misspelt}}}""");

        (await account.Ours("GET endpoints/demo/journal")).At("4.time").Should().Be("2030-01-01T00:10:05Z");
    }

    [Fact]
    public async Task Hint_OfAnotherRegion_IsNotSeen()
    {
        await _account.HasEndpoint();

        await Misspell("eu-west-1");

        (await _account.Ours("GET endpoints/demo/journal")).Each("", "event").Should().NotContain("refused");
    }

    [Fact]
    public async Task Hint_OfARefusedCreation_IsSeenWithoutTheEndpoint()
    {
        await _account.HasModel();

        await _account.SageMaker("CreateEndpoint", $$"""{"EndpointName":"new","EndpointConfigName":"blue","DeploymentConfig":{{Misspelt}}}""");

        (await _account.Ours("GET endpoints/new/journal")).Each("", "event").Should().Equal("refused");
    }

    private Task<Wire.Fakes.Answer> Misspell(string region = "us-east-1") => _account.SageMaker(
        "UpdateEndpoint", $$"""{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{{Misspelt}}}""", region);
}
