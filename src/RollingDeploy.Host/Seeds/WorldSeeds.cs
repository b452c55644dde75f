using Microsoft.Extensions.Options;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Seeds;

/// <summary>
/// Applies the seeds to new worlds: at start-up, before the server listens, and after a reset. All calls are first tried in
/// worlds that nobody sees, so a mistake leaves nothing half done.
/// </summary>
internal sealed partial class WorldSeeds(
    Lazy<SeedRuns> runs,
    Worlds worlds,
    IServerPings pings,
    IOptions<RollingDeployOptions> options,
    IConfiguration configuration,
    IHostEnvironment host,
    ILogger<WorldSeeds> logger)
    : IWorldSeeds, IHostedService, IDisposable
{
    private const string Key = $"{RollingDeployOptions.Section}:{nameof(RollingDeployOptions.SeedPath)}";

    private readonly SemaphoreSlim _reading = new(1);
    private (string Fingerprint, SeedPlan Plan) _tried = ("", SeedPlan.Empty);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var plan = await Try();
        var accounts = plan.Accounts.Where(worlds.IsNew).ToList();
        foreach (var line in plan.LeftOut)
        {
            Log.LeftOut(logger, line);
        }

        foreach (var account in accounts)
        {
            var calls = plan.Calls.Where(call => call.Account == account).ToList();
            await Apply(account, calls);
            Log.Applied(logger, calls.Count, plan.Files, account);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<Func<WorldSession, Task>> Try(string account)
    {
        var plan = await Try();
        return session => runs.Value.In(session, plan.Calls.Where(call => call.Account == account));
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    // After a crash, the world has all its seeds, or it is new and they are applied again.
    private async Task Apply(string account, IEnumerable<SeedCall> calls)
    {
        var kept = await worlds.Journal.Wait();
        worlds.Journal.Begin(kept);
        using (worlds.Journal.Together())
        {
            await runs.Value.In(worlds.ForWriting(account), calls);
        }

        try
        {
            await worlds.Journal.Kept(kept);
        }
        catch (AwsError lost)
        {
            throw new StartUpException($"The seeds of account {account} could not be kept. {lost.Message}");
        }

        await pings.Ask(worlds.ForWriting(account));
    }

    // Files that have not changed are not tried again, because the outcome would be the same.
    private async Task<SeedPlan> Try()
    {
        if (UserPaths.Of(configuration, Key, host.ContentRootPath) is not { } folder)
        {
            return SeedPlan.Empty;
        }

        await _reading.WaitAsync();
        try
        {
            var files = SeedFolder.Read(folder, $"{new SettingNames(configuration).Of(Key)} is {options.Value.SeedPath}");
            if (SeedFolder.Fingerprint(files) is var fingerprint && fingerprint != _tried.Fingerprint)
            {
                var plan = SeedPlan.Read(files, runs.Value.Services, options.Value);
                await runs.Value.Rehearse(plan.Calls);
                _tried = (fingerprint, plan);
            }

            return _tried.Plan;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Calls} calls of {Files} seed files were made in account {Accounts}")]
        public static partial void Applied(ILogger logger, int calls, int files, string accounts);

        [LoggerMessage(2, LogLevel.Warning, "{Line}")]
        public static partial void LeftOut(ILogger logger, string line);
    }
}
