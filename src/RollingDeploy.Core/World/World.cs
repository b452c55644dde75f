using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>
/// One account: its time, its lock, its schedule and its regions. It reads no clock: callers say what time it is, and the
/// world first carries out everything that was due until then.
/// </summary>
public sealed class World
{
    // A slice is some tens of microseconds of work: what a reader waits for at most during a long advance.
    private const int EntriesInASlice = 64;

    private readonly FairLock _lock = new();
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly Simulation _simulation;

    /// <summary>Makes the world of <paramref name="account"/> (twelve digits) as it is at start-up.</summary>
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

    /// <summary>The account's twelve digits.</summary>
    public string Account => _simulation.Account;

    /// <summary>What it was made with.</summary>
    public WorldSettings Settings { get; }

    /// <summary>The virtual time up to which everything has been carried out.</summary>
    public DateTimeOffset Now => _simulation.Now;

    /// <summary>How many events (journal entries) there have been.</summary>
    public long Events => _simulation.DeploymentCounts.Events;

    /// <summary>How many endpoints and inference components are creating, updating, rolling back or deleting.</summary>
    public int InTransition => _simulation.DeploymentCounts.InTransition;

    /// <summary>How many bakes that are watched by alarms have begun.</summary>
    public long GuardedBakes => _simulation.DeploymentCounts.GuardedBakes;

    /// <summary>Whether a bake that alarms watch is going on somewhere.</summary>
    public bool IsInGuardedBake => _regions.Values
        .SelectMany(region => region.Deployables)
        .Any(subject => subject.Running?.Deployment.IsInGuardedBake is true);

    /// <summary>When the next thing that waits is due; null when nothing waits.</summary>
    public DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>
    /// What marks the tokens by which listings go on: another process with the same seed gives the same tokens. It keeps mistakes
    /// out and nobody who means it: who knows the seed knows the key.
    /// </summary>
    public byte[] TokenKey => _simulation.Chance.TokenKeyOf(Account);

    /// <summary>Everything that waits.</summary>
    internal Schedule Schedule => _simulation.Schedule;

    /// <summary>When the next event (journal entry) will be, as far as is known now; null when none is to come.</summary>
    public DateTimeOffset? NextEventAt => _regions.Values
        .SelectMany(region => region.Deployables)
        .Select(subject => subject.NextEventAt)
        .Min();

    /// <summary>What has happened. To read it, the world's lock is not needed.</summary>
    public EventLog Log => _simulation.EventLog;

    /// <summary>Who was set aside after a defect of ours.</summary>
    public Quarantine Quarantine { get; }

    /// <summary>The regions that have been written to.</summary>
    public IEnumerable<Region> Regions => _regions.Values;

    /// <summary>Catches up to <paramref name="at"/>, carries <paramref name="command"/> out, and then what is due at once.</summary>
    /// <exception cref="AwsError">The command is refused; nothing has changed but the time.</exception>
    public TResult Apply<TResult>(Command<TResult> command, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Apply(command, at, static (command, region, prepared) => command.Execute(region, prepared));
    }

    /// <summary>Carries out a command that was written down; its result was given to whoever asked then.</summary>
    /// <exception cref="AwsError">The command is refused, as it was then; nothing has changed but the time.</exception>
    public void Replay(CommandEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        Apply(envelope.Command, envelope.At, static (command, region, prepared) => command.Run(region, prepared));
    }

    /// <summary>Catches up to <paramref name="at"/> and copies something out of a region. Reading never changes state.</summary>
    public TResult Read<TResult>(string region, DateTimeOffset at, Func<Region, TResult> copy)
    {
        RunUntil(at);
        return Read(region, copy);
    }

    /// <summary>Copies something out of a region as it stands at <see cref="Now"/>.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _lock.Enter();
        return copy(_regions.TryGetValue(region, out var known) ? known : Composition.NewRegion(_simulation, region));
    }

    /// <summary>Copies something out of the world as a whole.</summary>
    public TResult Read<TResult>(Func<World, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _lock.Enter();
        return copy(this);
    }

    /// <summary>
    /// Carries out everything due at or before <paramref name="until"/> and leaves <see cref="Now"/> there, in slices between
    /// which the lock is handed over. Stops early where <paramref name="stop"/> says so, and then returns true.
    /// </summary>
    /// <exception cref="OperationCanceledException">Whoever asked does not want it any more; what has run has run.</exception>
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
    /// One slice of <see cref="RunUntil"/>, for callers that give way to others in between. After <see cref="SliceEnd.Stopped"/>
    /// the present instant may have more that is due.
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

        // Whoever was in between may have left work that is due by now; a command never sees half an instant.
        RunDue(at > Now ? at : Now);
        _simulation.MoveTo(at);

        // What speaks to the account as a whole has no region.
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

    // The last edge: whoever called is answered, and the rest of the schedule goes on, whatever an entry does.
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

/// <summary>How a slice of a world's work ended.</summary>
public enum SliceEnd
{
    /// <summary>More is due.</summary>
    More,

    /// <summary>Everything that was due has been carried out.</summary>
    Reached,

    /// <summary>The caller's condition holds.</summary>
    Stopped,
}
