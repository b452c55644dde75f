using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.Durability;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Storage;

[assembly: AssemblyFixture(typeof(RollingDeploy.Host.Tests.Stage.TestHost))]

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>
/// The whole host without a socket, on a wall clock that tests move. Clocks are frozen at 2030 unless a setting says otherwise.
/// </summary>
public sealed class TestHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static int _accounts;

    private readonly (string Key, string Value)[] _settings;

    public TestHost()
        : this([])
    {
    }

    private TestHost((string Key, string Value)[] settings) => _settings = settings;

    /// <summary>Hears what is logged.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>Where it keeps its state; null for what its settings say.</summary>
    internal IStateStore? Store { get; init; }

    /// <summary>The wall clock of this host.</summary>
    public ManualTime Time { get; } = new(new DateTimeOffset(2029, 6, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>What it warned of.</summary>
    public LogRecorder Warnings { get; } = new();

    internal Worlds Worlds => Services.GetRequiredService<Worlds>();

    public static TestHost With(params (string Key, string Value)[] settings) => new(settings);

    internal static TestHost With(IStateStore store, params (string Key, string Value)[] settings) =>
        new(settings) { Store = store };

    public static TestHost With(ILoggerProvider log, params (string Key, string Value)[] settings) => new(settings) { Log = log };

    /// <summary>
    /// Brings the shared host up before tests run side by side: the factory takes no lock, and two that ask it first get two
    /// hosts.
    /// </summary>
    public ValueTask InitializeAsync()
    {
        _ = Server;
        return ValueTask.CompletedTask;
    }

    /// <summary>An account that no other test uses.</summary>
    public Account NewAccount() => new(this, $"{Interlocked.Increment(ref _accounts):D12}");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("RollingDeploy:Clock:Mode", "frozen");
        builder.UseSetting("RollingDeploy:Clock:Start", "2030-01-01T00:00:00Z");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders().AddProvider(Warnings);
            if (Log is not null)
            {
                logging.AddProvider(Log);
            }
        });
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            if (Store is not null)
            {
                services.AddSingleton(
                    host => new CommandJournal(Store, Time, host.GetRequiredService<ILogger<CommandJournal>>()));
            }
        });
    }
}
