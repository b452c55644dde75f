using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>A host whose store can be held, and an account of it.</summary>
public abstract class KeptHost : IAsyncDisposable
{
    private readonly TestHost _host;

    protected KeptHost()
    {
        _host = TestHost.With(Store);
        Account = _host.NewAccount();
    }

    private protected FakeStore Store { get; } = new();

    private protected Account Account { get; }

    public async ValueTask DisposeAsync()
    {
        Store.Release();
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
