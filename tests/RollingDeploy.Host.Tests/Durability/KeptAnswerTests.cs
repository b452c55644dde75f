using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>An answer leaves only when everything that it shows is kept.</summary>
public sealed class KeptAnswerTests : IAsyncDisposable
{
    private readonly FakeStore _store = new();
    private readonly TestHost _host;
    private readonly Account _account;

    public KeptAnswerTests()
    {
        _host = TestHost.With(_store);
        _account = _host.NewAccount();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Release();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Write_WhileTheStoreWrites_WaitsForIt()
    {
        _store.Hold();
        var call = _account.HasModel();
        await _store.IsWriting();

        call.IsCompleted.Should().BeFalse();
        _store.Release();
        await call;
        Kinds().Should().Equal("createModel");
    }

    [Fact]
    public async Task Read_OfWhatIsNotKeptYet_WaitsForIt()
    {
        _store.Hold();
        var write = _account.HasModel();
        await _store.IsWriting();

        var read = _account.SageMaker("DescribeModel", """{"ModelName":"model"}""");
        await Eventually.Holds(() => _account.World.Log.Last > 1, "the model is not there");

        read.IsCompleted.Should().BeFalse();
        _store.Release();
        (await read).Status.Should().Be(200);
        await write;
    }

    [Fact]
    public async Task Writes_WhileTheStoreWrites_AreKeptTogether()
    {
        _store.Hold();
        var first = _account.HasModel("first");
        await _store.IsWriting();
        var others = Enumerable.Range(0, 16).Select(i => _account.HasModel($"other-{i}")).ToList();
        await Eventually.Holds(() => _account.World.Log.Last == 18, "the models are not there");

        _store.Release();
        await Task.WhenAll([first, .. others]);

        _store.Groups.Should().Equal(1, 16);
    }

    [Fact]
    public async Task Write_ThatIsRefused_IsNotKept()
    {
        await _account.HasModel();

        await _account.SageMaker("CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"missing"}""");
        await _account.SageMaker("CreateModel", """{"ModelName":"!"}""");

        Kinds().Should().Equal("createModel");
    }

    [Fact]
    public async Task Read_AfterSomethingHappened_KeepsTheTime()
    {
        await using var host = TestHost.With(_store, ("RollingDeploy:Clock:Mode", "real"));
        var account = host.NewAccount();
        await account.HasModel();
        await account.HasConfig("blue", 1);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        var commands = Kinds(account).Count;

        host.Time.Advance(TimeSpan.FromSeconds(6));
        await account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""");
        await account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""");

        Kinds(account).Skip(commands).Should().Equal("reached");
    }

    [Fact]
    public async Task Advance_InWhichNothingHappens_IsKept()
    {
        await _account.HasModel();

        await _account.Ours("POST clock/advance", """{"seconds":3600}""");

        Kinds().Should().Equal("createModel", "reached");
        var last = CommandDocument.Read(_store.ReadAfter(_account.Id, 1).Single().Document);
        last.At.Should().Be(_account.World.Settings.Start.AddHours(1));
        last.Command.Should().Be(new Reached());
    }

    [Fact]
    public async Task Read_OfAnAccountWithoutAWorld_KeepsNothing()
    {
        await _account.SageMaker("ListModels", "{}");

        _store.LatestSnapshots().Should().BeEmpty();
    }

    private List<string> Kinds() => Kinds(_account);

    private List<string> Kinds(Account account) =>
        [.. _store.ReadAfter(account.Id, 0).Select(command => CommandDocument.Read(command.Document).Kind)];
}
