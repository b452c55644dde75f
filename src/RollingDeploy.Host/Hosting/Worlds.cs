using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RollingDeploy.Core.Guards;
using RollingDeploy.Host.Durability;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The worlds by account. The first write creates a world. A read of an account without a world reads an empty world.
/// </summary>
internal sealed class Worlds(
    IOptions<RollingDeployOptions> options,
    SimulationTime time,
    WorldFactory factory,
    CommandJournal journal,
    Snapshots snapshots)
{
    private readonly ConcurrentDictionary<string, Lazy<WorldSession>> _sessions = new(StringComparer.Ordinal);

    /// <summary>The settings of every world.</summary>
    public RollingDeployOptions Settings => options.Value;

    /// <summary>The time of the wall clock, which is not that of any world.</summary>
    public DateTimeOffset Wall => time.Machine.Wall;

    /// <summary>
    /// Whether an account has no world yet. Seeds are applied only then. A world that was restored is not new.
    /// </summary>
    public bool IsNew(string account) => !_sessions.ContainsKey(account);

    /// <summary>Adds a world that was made elsewhere.</summary>
    public void Add(string account, WorldSession session) => _sessions[account] = new(session);

    /// <summary>The worlds that exist.</summary>
    public IEnumerable<(string Account, WorldSession Session)> Begun =>
        _sessions.Where(each => each.Value.IsValueCreated).Select(each => (each.Key, each.Value.Value));

    /// <summary>Keeps the commands of the worlds.</summary>
    public CommandJournal Journal => journal;

    /// <summary>Returns the session of an account; null if there was no write to it yet.</summary>
    public WorldSession? Existing(string account) => _sessions.TryGetValue(account, out var session) ? session.Value : null;

    public WorldSession ForReading(string account) => Existing(account) ?? Make(() => factory.ForReading(account));

    public WorldSession ForWriting(string account) =>
        _sessions.GetOrAdd(account, name => new Lazy<WorldSession>(() => Make(() => factory.ForWriting(name)))).Value;

    /// <summary>Restores the worlds that are kept, when the host starts.</summary>
    /// <exception cref="Storage.StateStoreException">They cannot be read.</exception>
    public void Restore()
    {
        (journal.Rebuild, journal.Recovered, journal.SnapshotWanted) = (Rebuild, GoOn, account => _ = snapshots.Renew(account));
        foreach (var snapshot in journal.Store?.LatestSnapshots() ?? [])
        {
            if (factory.HasBegun(snapshot))
            {
                var session = Make(() => factory.Restored(snapshot));
                _sessions[snapshot.Account] = new Lazy<WorldSession>(session);
                session.ExpectWakeUp();
            }
        }
    }

    /// <summary>Keeps a snapshot of each world, so that the next start is fast.</summary>
    public async Task TakeSnapshots()
    {
        foreach (var (_, session) in Begun)
        {
            await snapshots.Take(session.World);
        }
    }

    /// <summary>Replaces the world of an account by that of a snapshot.</summary>
    /// <param name="account">The account.</param>
    /// <param name="snapshot">The snapshot, which can be changed.</param>
    /// <param name="isOfAnyAccount">Whether the snapshot can be of another account.</param>
    /// <exception cref="Core.SnapshotException">The snapshot cannot be read, or is of another account. Nothing has changed.</exception>
    public async Task Import(string account, Stream snapshot, bool isOfAnyAccount)
    {
        if (AccountRenaming.AccountOf(snapshot) is { } other && other != account)
        {
            if (!isOfAnyAccount)
            {
                throw new Core.SnapshotException(
                    $"account: this is the state of account {other}, not of {account}. Add as={account} to the query, or --as {account} to the command, to import it all the same.");
            }

            AccountRenaming.Rename(snapshot, other, account);
        }

        var session = ForWriting(account);
        await session.Import(
            epoch => factory.Imported(snapshot, account, epoch),
            snapshots.Replace,
            () => factory.Restored(journal.Store!.LatestSnapshots().Single(each => each.Account == account)));
        factory.Announce(session.World);
    }

    /// <summary>
    /// What was set aside after an internal error, ordered by account. It does not wait for the lock of a world, because a health
    /// check must be answered while worlds advance.
    /// </summary>
    public IEnumerable<(string Account, SetAside Problem)> Problems() =>
        from known in _sessions
        where known.Value.IsValueCreated
        orderby known.Key
        from problem in known.Value.Value.World.Quarantine.All
        select (known.Key, problem);

    private WorldSession Make(Func<(Core.World, VirtualClock)> first) => new(first, factory.After, time)
    {
        CanMove = () => journal.Problem is null,
        Together = journal.Together,
    };

    // Replaces the worlds with commands that could not be kept by what is kept of them.
    private void Rebuild(Func<string, bool> hasLost)
    {
        var kept = journal.Store!.LatestSnapshots().ToDictionary(snapshot => snapshot.Account, StringComparer.Ordinal);
        foreach (var (account, session) in Begun)
        {
            // After a turn, a command that was running has ended and is counted. What an advance has run so far is lost too.
            if (session.World.Read(world => world.HasRunSinceCommand) || hasLost(account))
            {
                session.Replace(() => kept.TryGetValue(account, out var snapshot)
                    ? factory.Restored(snapshot)
                    : factory.ForWriting(account));
            }
        }
    }

    private void GoOn()
    {
        foreach (var (_, session) in Begun)
        {
            session.ExpectWakeUp();
        }
    }
}
