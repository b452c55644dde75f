using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>Events are seen when they are kept, and not before.</summary>
public sealed class KeptEventTests : IAsyncDisposable
{
    private readonly FakeStore _store = new();
    private readonly TestHost _host;
    private readonly Account _account;

    public KeptEventTests()
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
    public async Task Log_WhileTheStoreWrites_EndsBeforeTheEvent()
    {
        await _account.HasModel("first");
        var log = _account.World.Log;
        _store.Hold();
        var call = _account.HasModel("second");
        await Eventually.Holds(() => log.Last == 3, "the model is not there");

        log.Kept.Should().Be(2);
        log.After(0, 10).Should().HaveCount(2);
        _store.Release();
        await call;
        log.After(0, 10).Should().HaveCount(3);
    }

    [Fact]
    public async Task Log_AfterAReset_HasItsFirstEvent()
    {
        await _account.HasModel();
        await _account.Ours("POST reset");

        var log = _account.World.Log;

        log.Epoch.Should().Be(2);
        log.Kept.Should().Be(1);
    }

    [Fact]
    public async Task Log_AfterAnAdvance_HasAllThatHappened()
    {
        await _account.HasEndpoint();

        var log = _account.World.Log;

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
