using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>
/// One account: its time, its lock, its schedule and its regions. It reads no clock: callers say what time it is, and the
/// world first carries out everything that was due until then.
/// </summary>
public sealed class World
{
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly Simulation _simulation;
    private readonly Timeline _timeline;

    // What WorldGlance shows. Times are in ticks, so that each is read in one piece.
    private long _now;
    private long _nextDue = long.MaxValue;
    private int _inTransition;
    private bool _hasCallFaults;

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
        _timeline = new(_simulation, name => _regions.GetValueOrDefault(name), Quarantine);
        Composition.Furnish(_simulation, settings);
        Composition.NewRegion(_simulation, "").Log(SubjectType.Account, "", new WorldBegan(settings.Seed));
        Publish();
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

    /// <summary>What can be read without the world's lock.</summary>
    public WorldGlance Glance => new(
        new DateTimeOffset(Volatile.Read(ref _now), TimeSpan.Zero),
        Volatile.Read(ref _nextDue) is var due && due == long.MaxValue ? null : new DateTimeOffset(due, TimeSpan.Zero),
        Volatile.Read(ref _inTransition),
        Volatile.Read(ref _hasCallFaults));

    /// <summary>The number of times that the world's lock was taken.</summary>
    internal long Turns => _timeline.Turns;

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

    /// <summary>
    /// Runs everything that is due at or before <paramref name="at"/>, in slices between which the lock is handed over, and
    /// begins a turn.
    /// </summary>
    /// <param name="at">The time to reach. If it is before <see cref="Now"/>, the turn is at <see cref="Now"/>.</param>
    /// <param name="isLate">
    /// Called after each slice. If it returns true, the turn begins at the time that was reached. Null for never.
    /// </param>
    public WorldTurn Enter(DateTimeOffset at, Func<bool>? isLate = null) => new(this, _timeline.EnterAt(at, isLate));

    /// <summary>Runs a command at <paramref name="at"/>, and then what is due at once.</summary>
    /// <exception cref="AwsError">The command is refused; nothing has changed but the time.</exception>
    public TResult Apply<TResult>(Command<TResult> command, DateTimeOffset at)
    {
        var prepared = new PreparedCommand<TResult>(command);
        using var turn = Enter(at);
        return turn.Apply(prepared);
    }

    /// <summary>
    /// Runs a command that was written down; its result was given to its caller then. Returns the world that goes on: after a
    /// reset, another one.
    /// </summary>
    /// <exception cref="AwsError">The command is refused, as it was then; nothing has changed but the time.</exception>
    public World Replay(CommandEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.Command is Reset reset)
        {
            return BeginAgain(reset);
        }

        var compiled = envelope.Command.Prepare();
        using var turn = Enter(envelope.At);
        Execute(envelope.Command, compiled, static (command, region, prepared) => command.Run(region, prepared));
        return this;
    }

    /// <summary>Ends this epoch of the account. Returns the world of the next one, which is as at start-up.</summary>
    /// <param name="reset">The command.</param>
    /// <param name="eventAppended">Called after each event of the next epoch; null for nothing.</param>
    public World BeginAgain(Reset reset, Action<EventLog>? eventAppended = null)
    {
        ArgumentNullException.ThrowIfNull(reset);
        Apply(reset, DateTimeOffset.MinValue);
        return new World(Account, Settings with
        {
            Epoch = Settings.Epoch + 1,
            Start = reset.Start,
            Seed = reset.Seed,
            EventAppended = eventAppended,
        });
    }

    /// <summary>Catches up to <paramref name="at"/> and copies something out of a region. Reading never changes state.</summary>
    public TResult Read<TResult>(string region, DateTimeOffset at, Func<Region, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = Enter(at);
        return copy(turn.Region(region));
    }

    /// <summary>Copies something out of a region as it stands at <see cref="Now"/>.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _timeline.Enter();
        return copy(RegionOf(region));
    }

    /// <summary>Copies something out of the world as a whole.</summary>
    public TResult Read<TResult>(Func<World, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _timeline.Enter();
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
        using var turn = _timeline.Enter();
        var end = _timeline.RunSlice(until, stop, this);
        Publish();
        return end;
    }

    internal Region RegionOf(string name) =>
        _regions.TryGetValue(name, out var known) ? known : Composition.NewRegion(_simulation, name);

    // The caller holds the lock.
    internal TResult Execute<TCommand, TResult>(
        TCommand command, object? compiled, Func<TCommand, Region, object?, TResult> execute)
        where TCommand : Command
    {
        // Another caller may have left work that is due by now. A command never sees half an instant.
        _timeline.RunDue();

        // A command for the account as a whole has no region.
        var known = _regions.TryGetValue(command.Region, out var region) || command.Region.Length == 0;
        region ??= Composition.NewRegion(_simulation, command.Region);
        var result = execute(command, region, compiled);
        if (!known)
        {
            _regions.Add(region.Name, region);
        }

        _timeline.RunDue();
        return result;
    }

    // The caller holds the lock.
    internal void Publish()
    {
        Volatile.Write(ref _now, Now.UtcTicks);
        Volatile.Write(ref _nextDue, NextDue?.UtcTicks ?? long.MaxValue);
        Volatile.Write(ref _inTransition, InTransition);
        var hasCallFaults = false;
        foreach (var region in _regions.Values)
        {
            hasCallFaults |= region.Faults.MayStrikeCalls;
        }

        Volatile.Write(ref _hasCallFaults, hasCallFaults);
    }
}
