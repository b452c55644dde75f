using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>Events are seen when they are kept, and not before.</summary>
public sealed class KeptEventTests : KeptHost
{
    [Fact]
    public async Task Log_WhileTheStoreWrites_EndsBeforeTheEvent()
    {
        await Account.HasModel("first");
        var log = Account.World.Log;
        Store.Hold();
        var call = Account.HasModel("second");
        await Eventually.Holds(() => log.Last == 3, "the model is not there");

        log.Kept.Should().Be(2);
        log.After(0, 10).Should().HaveCount(2);
        Store.Release();
        await call;
        log.After(0, 10).Should().HaveCount(3);
    }

    [Fact]
    public async Task Log_AfterAReset_HasItsFirstEvent()
    {
        await Account.HasModel();
        await Account.Ours("POST reset");

        var log = Account.World.Log;

        log.Epoch.Should().Be(2);
        log.Kept.Should().Be(1);
    }

    [Fact]
    public async Task Log_AfterAnAdvance_HasAllThatHappened()
    {
        await Account.HasEndpoint();

        var log = Account.World.Log;

        log.Kept.Should().Be(log.Last);
        log.Last.Should().BeGreaterThan(8);
    }

    [Fact]
    public async Task Log_OfAHostWithoutAStore_HasEachEventAtOnce()
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();
        await account.HasModel();

        account.World.Log.Kept.Should().Be(2);
    }
}
