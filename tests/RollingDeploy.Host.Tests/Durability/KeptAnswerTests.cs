using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>An answer leaves only when everything that it shows is kept.</summary>
public sealed class KeptAnswerTests : KeptHost
{
    [Fact]
    public async Task Write_WhileTheStoreWrites_WaitsForIt()
    {
        Store.Hold();
        var call = Account.HasModel();
        await Store.IsWriting();

        call.IsCompleted.Should().BeFalse();
        Store.Release();
        await call;
        Kinds().Should().Equal("createModel");
    }

    [Fact]
    public async Task Read_OfWhatIsNotKeptYet_WaitsForIt()
    {
        Store.Hold();
        var write = Account.HasModel();
        await Store.IsWriting();

        var read = Account.SageMaker("DescribeModel", """{"ModelName":"model"}""");
        await Eventually.Holds(() => Account.World.Log.Last > 1, "the model is not there");

        read.IsCompleted.Should().BeFalse();
        Store.Release();
        (await read).Status.Should().Be(200);
        await write;
    }

    [Fact]
    public async Task Writes_WhileTheStoreWrites_AreKeptTogether()
    {
        Store.Hold();
        var first = Account.HasModel("first");
        await Store.IsWriting();
        var others = Enumerable.Range(0, 16).Select(i => Account.HasModel($"other-{i}")).ToList();
        await Eventually.Holds(() => Account.World.Log.Last == 18, "the models are not there");

        Store.Release();
        await Task.WhenAll([first, .. others]);

        Store.Groups.Should().Equal(1, 16);
    }

    [Fact]
    public async Task Write_ThatIsRefused_IsNotKept()
    {
        await Account.HasModel();

        await Account.SageMaker("CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"missing"}""");
        await Account.SageMaker("CreateModel", """{"ModelName":"!"}""");

        Kinds().Should().Equal("createModel");
    }

    [Fact]
    public async Task Read_AfterSomethingHappened_KeepsTheTime()
    {
        await using var host = TestHost.With(Store, ("RollingDeploy:Clock:Mode", "real"));
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
        await Account.HasModel();

        await Account.Ours("POST clock/advance", """{"seconds":3600}""");

        Kinds().Should().Equal("createModel", "reached");
        var last = CommandDocument.Read(Store.ReadAfter(Account.Id, 1).Single().Document);
        last.At.Should().Be(Account.World.Settings.Start.AddHours(1));
        last.Command.Should().Be(new Reached());
    }

    [Fact]
    public async Task Read_OfAnAccountWithoutAWorld_KeepsNothing()
    {
        await Account.SageMaker("ListModels", "{}");

        Store.LatestSnapshots().Should().BeEmpty();
    }

    private List<string> Kinds() => Kinds(Account);

    private List<string> Kinds(Account account) =>
        [.. Store.ReadAfter(account.Id, 0).Select(command => CommandDocument.Read(command.Document).Kind)];
}
