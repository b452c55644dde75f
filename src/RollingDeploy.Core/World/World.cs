using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>
/// An account, with its time, lock, schedule and regions. It does not read the clock: callers pass the current time, and the
/// world first runs everything that is due until then.
/// </summary>
public sealed class World
{
    // A slice takes some tens of microseconds. It is the longest time that a reader waits during a long advance.
    private const int EntriesInASlice = 64;

    private readonly FairLock _lock = new();
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly Simulation _simulation;

    /// <summary>Creates the world of <paramref name="account"/> (twelve digits) in its initial state.</summary>
    public World(string account, WorldSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        _simulation = new Simulation(account, settings.Start, settings.Seed);
        Quarantine = RegionQuarantine.Set(
            _simulation, new Quarantine(_simulation, owner => WorkNames.Of(owner, _regions.GetValueOrDefault(owner.Region)))
            {
                Report = settings.ReportDefect,
                WorkBegins = settings.WorkBegins,
            });
        Composition.Furnish(_simulation, settings);
        Composition.NewRegion(_simulation, "").Log(SubjectType.Account, "", new WorldBegan(settings.Seed));
    }

    /// <summary>The account ID, which has twelve digits.</summary>
    public string Account => _simulation.Account;

    /// <summary>The settings that it was created with.</summary>
    public WorldSettings Settings { get; }

    /// <summary>The virtual time. Everything that was due before this time has run.</summary>
    public DateTimeOffset Now => _simulation.Now;

    /// <summary>The number of events (journal entries) so far.</summary>
    public long Events => _simulation.DeploymentCounts.Events;

    /// <summary>The number of endpoints and inference components that are creating, updating, rolling back or deleting.</summary>
    public int InTransition => _simulation.DeploymentCounts.InTransition;

    /// <summary>The number of bakes with alarms that have begun.</summary>
    public long GuardedBakes => _simulation.DeploymentCounts.GuardedBakes;

    /// <summary>Whether a bake with alarms is running.</summary>
    public bool IsInGuardedBake => _regions.Values
        .SelectMany(region => region.Deployables)
        .Any(subject => subject.Running?.Deployment.IsInGuardedBake is true);

    /// <summary>When the next scheduled work is due; null if nothing is scheduled.</summary>
    public DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>
    /// The key that signs the tokens of listings. Another process with the same seed makes the same tokens. It protects against
    /// mistakes and not against attacks, because the seed determines the key.
    /// </summary>
    public byte[] TokenKey => _simulation.Chance.TokenKeyOf(Account);

    /// <summary>The scheduled work.</summary>
    internal Schedule Schedule => _simulation.Schedule;

    /// <summary>When the next event (journal entry) will happen, as far as it is known now; null if none is expected.</summary>
    public DateTimeOffset? NextEventAt => _regions.Values
        .SelectMany(region => region.Deployables)
        .Select(subject => subject.NextEventAt)
        .Min();

    /// <summary>The events. To read them, the lock of the world is not needed.</summary>
    public EventLog Log => _simulation.EventLog;

    /// <summary>The owners that were set aside because of bugs in RollingDeploy.</summary>
    public Quarantine Quarantine { get; }

    /// <summary>The regions that have been changed by a command.</summary>
    public IEnumerable<Region> Regions => _regions.Values;

    /// <summary>
    /// Runs everything due until <paramref name="at"/>, runs <paramref name="command"/>, and then runs what is due at once.
    /// </summary>
    /// <exception cref="AwsError">The command is refused. Only the time has changed.</exception>
    public TResult Apply<TResult>(Command<TResult> command, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Apply(command, at, static (command, region, prepared) => command.Execute(region, prepared));
    }

    /// <summary>Runs a recorded command again. Its result is not returned.</summary>
    /// <exception cref="AwsError">The command is refused, as it was when it was recorded. Only the time has changed.</exception>
    public void Replay(CommandEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        Apply(envelope.Command, envelope.At, static (command, region, prepared) => command.Run(region, prepared));
    }

    /// <summary>
    /// Runs everything due until <paramref name="at"/>, and copies data from a region. Reading changes nothing itself.
    /// </summary>
    public TResult Read<TResult>(string region, DateTimeOffset at, Func<Region, TResult> copy)
    {
        RunUntil(at);
        return Read(region, copy);
    }

    /// <summary>Copies data from a region at the time <see cref="Now"/>.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _lock.Enter();
        return copy(_regions.TryGetValue(region, out var known) ? known : Composition.NewRegion(_simulation, region));
    }

    /// <summary>Copies data from the whole world.</summary>
    public TResult Read<TResult>(Func<World, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _lock.Enter();
        return copy(this);
    }

    /// <summary>
    /// Runs everything that is due at or before <paramref name="until"/>, and sets <see cref="Now"/> to it. It works in slices,
    /// and other threads can enter the lock between them. If <paramref name="stop"/> returns true, it stops early and returns
    /// true.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run was canceled. The work so far is not undone.</exception>
    public bool RunUntil(DateTimeOffset until, Func<World, bool>? stop = null, CancellationToken cancel = default)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (RunSlice(until, stop) is var end && end != SliceEnd.More)
            {
                return end == SliceEnd.Stopped;
            }
        }
    }

    /// <summary>
    /// Runs one slice of <see cref="RunUntil"/>, for callers that let other work run in between. After <see
    /// cref="SliceEnd.Stopped"/>, more work can be due at the current time.
    /// </summary>
    public SliceEnd RunSlice(DateTimeOffset until, Func<World, bool>? stop = null)
    {
        using var turn = _lock.Enter();
        for (var ran = 0; ran < EntriesInASlice; ran++)
        {
            if (stop is not null && stop(this))
            {
                return SliceEnd.Stopped;
            }

            if (!RunNext(until))
            {
                _simulation.MoveTo(until);
                return stop is not null && stop(this) ? SliceEnd.Stopped : SliceEnd.Reached;
            }
        }

        return SliceEnd.More;
    }

    private TResult Apply<TCommand, TResult>(
        TCommand command, DateTimeOffset at, Func<TCommand, Region, object?, TResult> execute)
        where TCommand : Command
    {
        var prepared = command.Prepare();
        RunUntil(at);
        using var turn = _lock.Enter();

        // Another caller may have added work that is due by now. A command must see the state after all work of a moment.
        RunDue(at > Now ? at : Now);
        _simulation.MoveTo(at);

        // Commands for the account as a whole have no region.
        var known = _regions.TryGetValue(command.Region, out var region) || command.Region.Length == 0;
        region ??= Composition.NewRegion(_simulation, command.Region);
        var result = execute(command, region, prepared);
        if (!known)
        {
            _regions.Add(region.Name, region);
        }

        RunDue(Now);
        return result;
    }

    private void RunDue(DateTimeOffset until)
    {
        while (RunNext(until))
        {
        }
    }

    private bool RunNext(DateTimeOffset until)
    {
        if (!Schedule.TryTake(until, out var entry))
        {
            return false;
        }

        _simulation.MoveTo(entry.Due);
        Run(entry);
        return true;
    }

    // Any exception is caught here, so that the caller gets a result and the rest of the schedule runs.
    private void Run(ScheduleEntry entry)
    {
        try
        {
            Dispatch.CarryOut(_regions.GetValueOrDefault(entry.Owner.Region), entry);
        }
        catch (Exception defect)
        {
            Quarantine.Add(entry.Owner, defect);
        }
    }
}

/// <summary>How a slice ended.</summary>
public enum SliceEnd
{
    /// <summary>More work is due.</summary>
    More,

    /// <summary>Everything that was due has run.</summary>
    Reached,

    /// <summary>The condition of the caller is met.</summary>
    Stopped,
}
