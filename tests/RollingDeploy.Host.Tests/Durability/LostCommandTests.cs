using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>When commands cannot be kept, nobody sees what they did.</summary>
public sealed class LostCommandTests : IAsyncDisposable
{
    private const string Sorry =
        "RollingDeploy could not keep its state, so this call has changed nothing. Try again later. The disk is full.";

    private readonly FakeStore _store = new();
    private readonly TestHost _host;
    private readonly Account _account;

    public LostCommandTests()
    {
        _host = TestHost.With(_store);
        _account = _host.NewAccount();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Write_ThatCannotBeKept_GetsARetryableErrorInItsProtocol()
    {
        _store.IsBroken = true;

        var answers = new Dictionary<string, Answer>
        {
            ["awsJson"] = await Creates("model"),
            ["cloudWatchJson"] = await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":[]}"""),
            ["query"] = await _account.Query("Action=SetAlarmState&AlarmName=a&StateValue=OK&StateReason=x"),
            ["ours"] = await _account.Ours("PUT quotas/ml.m5.large", """{"limit":4}"""),
        };

        answers.Should().OnlyContain(each => each.Value.Status == 503);
        answers["awsJson"].Text.Should().Contain("ServiceUnavailable").And.Contain(Sorry);
        answers["query"].Text.Should().Contain("<Error>").And.Contain("ServiceUnavailable");
        answers["ours"].Json["detail"]!.GetValue<string>().Should().Be(Sorry);
    }

    [Fact]
    public async Task World_AfterCommandsWereLost_IsWhatWasKept()
    {
        await _account.HasEndpoint();
        await _account.Ours("POST clock/advance", """{"seconds":60}""");
        var before = await Seen();

        _store.IsBroken = true;
        (await _account.SageMaker("DeleteEndpoint", """{"EndpointName":"demo"}""")).Status.Should().Be(503);
        (await Creates("another")).Status.Should().Be(503);

        (await Seen()).Should().Be(before);
        (await _account.SageMaker("DescribeModel", """{"ModelName":"another"}""")).Status.Should().Be(400);
    }

    [Fact]
    public async Task Read_WhileNothingCanBeKept_IsAnsweredAtTheTimeThatIsKept()
    {
        await _account.HasEndpoint();
        _store.IsBroken = true;
        await Creates("lost");

        (await _account.Ours("POST clock/advance", """{"seconds":60}""")).Status.Should().Be(503);
        (await _account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Health_WhileNothingCanBeKept_SaysWhy()
    {
        _store.IsBroken = true;
        await Creates("lost");

        var health = await _account.Ours("GET health");

        health.Json["status"]!.GetValue<string>().Should().Be("degraded");
        health.Json["problems"]![0]!.GetValue<string>().Should().Be(
            "The state cannot be kept, so calls that change something are refused. The disk is full.");
    }

    [Fact]
    public async Task Write_OnceTheStoreWorksAgain_IsKept()
    {
        await _account.HasModel("before");
        _store.IsBroken = true;
        await Creates("lost");
        await Recovers();

        await _account.HasModel("after");

        _store.ReadAfter(_account.Id, 0).Select(command => command.Sequence).Should().Equal(1, 2);
        (await _account.SageMaker("ListModels", "{}")).Text.Should().Contain("before").And.Contain("after").And.NotContain("lost");
    }

    [Fact]
    public async Task Account_WhoseFirstCommandWasLost_BeginsAgain()
    {
        _store.IsBroken = true;
        await Creates("lost");
        await Recovers();

        await _account.HasModel("first");

        _store.LatestSnapshots().Should().ContainSingle(snapshot => snapshot.Account == _account.Id && snapshot.Sequence == 0);
        _store.ReadAfter(_account.Id, 0).Should().HaveCount(1);
    }

    private async Task Recovers()
    {
        await Eventually.Holds(() => _host.Time.IsArmedFor(TimeSpan.FromSeconds(1)), "nobody tries again");
        _store.IsBroken = false;
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Holds(() => _host.Worlds.Journal.Problem is null, "it does not recover");
    }

    private Task<Answer> Creates(string name) => _account.SageMaker(
        "CreateModel",
        $$"""{"ModelName":"{{name}}","PrimaryContainer":{"Image":"registry/image:1"},"ExecutionRoleArn":"{{Scenes.Role}}"}""");

    private async Task<string> Seen() =>
        (await _account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""")).Text
        + (await _account.Ours("GET endpoints/demo/journal")).Text
        + (await _account.Ours("GET clock")).Text;
}
