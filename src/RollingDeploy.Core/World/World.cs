using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>
/// An account, with its time, lock, schedule and regions. It does not read the clock: callers pass the current time, and the
/// world first runs everything that is due until then.
/// </summary>
public sealed partial class World
{
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly Simulation _simulation;
    private readonly Timeline _timeline;
    private readonly PublishedGlance _glance = new();

    /// <summary>Creates the world of <paramref name="account"/> (twelve digits) in its initial state.</summary>
    public World(string account, WorldSettings settings)
        : this(account, settings, settings?.Start ?? default)
    {
        Composition.NewRegion(_simulation, "").Log(SubjectType.Account, "", new WorldBegan(Settings.Seed));
        Publish();
    }

    // The world is empty, and has no events.
    private World(string account, WorldSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        _simulation = new Simulation(account, now, settings.Seed);
        _lastCommandAt = now;
        Quarantine = RegionQuarantine.Set(
            _simulation, new Quarantine(_simulation, owner => WorkNames.Of(owner, _regions.GetValueOrDefault(owner.Region)))
            {
                Report = settings.ReportDefect,
                WorkBegins = settings.WorkBegins,
            });
        _timeline = new(_simulation, name => _regions.GetValueOrDefault(name), Quarantine);
        Composition.Furnish(_simulation, settings);
    }

    /// <summary>The account ID, which has twelve digits.</summary>
    public string Account => _simulation.Account;

    /// <summary>The settings that it was created with.</summary>
    public WorldSettings Settings { get; }

    /// <summary>The virtual time. Everything that was due before this time has run.</summary>
    internal DateTimeOffset Now => _simulation.Now;

    /// <summary>The number of events (journal entries) so far.</summary>
    internal long Events => _simulation.DeploymentCounts.Events;

    /// <summary>The number of endpoints and inference components that are creating, updating, rolling back or deleting.</summary>
    internal int InTransition => _simulation.DeploymentCounts.InTransition;

    /// <summary>The number of bakes with alarms that have begun.</summary>
    internal long GuardedBakes => _simulation.DeploymentCounts.GuardedBakes;

    /// <summary>Whether a bake with alarms is running.</summary>
    internal bool IsInGuardedBake => _regions.Values
        .SelectMany(region => region.Deployables)
        .Any(subject => subject.Running?.Deployment.IsInGuardedBake is true);

    /// <summary>When the next scheduled work is due; null if nothing is scheduled.</summary>
    internal DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>The number of entries in the schedule.</summary>
    internal int Scheduled => Schedule.Count;

    /// <summary>What can be read without the world's lock.</summary>
    public WorldGlance Glance => _glance.Read();

    /// <summary>Whether anything has run since the last command, so that the time is not recorded yet.</summary>
    internal bool HasRunSinceCommand => _timeline.HasRunSinceCommand;

    /// <summary>Whether the world has ended with a reset.</summary>
    internal bool HasEnded => _timeline.HasEnded;

    /// <summary>The number of times that the world's lock was taken.</summary>
    internal long Turns => _timeline.Turns;

    /// <summary>
    /// The key that signs the tokens of listings. Another process with the same seed makes the same tokens. It protects against
    /// mistakes and not against attacks, because the seed determines the key.
    /// </summary>
    public byte[] TokenKey => _simulation.Chance.TokenKeyOf(Account);

    /// <summary>The scheduled work.</summary>
    internal Schedule Schedule => _simulation.Schedule;

    /// <summary>When the next event (journal entry) will happen, as far as it is known now; null if none is expected.</summary>
    internal DateTimeOffset? NextEventAt => _regions.Values
        .SelectMany(region => region.Deployables)
        .Select(subject => subject.NextEventAt)
        .Min();

    /// <summary>The events. To read them, the lock of the world is not needed.</summary>
    public EventLog Log => _simulation.EventLog;

    /// <summary>The owners that were set aside because of bugs in RollingDeploy.</summary>
    public Quarantine Quarantine { get; }

    /// <summary>The regions that have been changed by a command.</summary>
    internal IEnumerable<Region> Regions => _regions.Values;

    /// <summary>
    /// Runs everything that is due at or before <paramref name="at"/>, in slices between which the lock is handed over, and
    /// begins a turn.
    /// </summary>
    /// <param name="at">The time to reach. If it is before <see cref="Now"/>, the turn is at <see cref="Now"/>.</param>
    /// <param name="isLate">
    /// Called after each slice. If it returns true, the turn begins at the time that was reached. Null for never.
    /// </param>
    public WorldTurn Enter(DateTimeOffset at, Func<bool>? isLate = null) => new(this, _timeline.EnterAt(at, isLate));

    /// <summary>
    /// Runs everything due until <paramref name="at"/>, and copies data from a region. Reading changes nothing itself.
    /// </summary>
    public TResult Read<TResult>(string region, DateTimeOffset at, Func<Region, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = Enter(at);
        return copy(turn.Region(region));
    }

    /// <summary>Copies data from a region at the time <see cref="Now"/>.</summary>
    public TResult Read<TResult>(string region, Func<Region, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _timeline.Enter();
        return copy(RegionOf(region));
    }

    /// <summary>Copies data from the whole world.</summary>
    public TResult Read<TResult>(Func<WorldView, TResult> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        using var turn = _timeline.Enter();
        return copy(new WorldView(this));
    }

    /// <summary>
    /// Runs everything that is due at or before <paramref name="until"/>, and sets <see cref="Now"/> to it. It works in slices,
    /// and other threads can enter the lock between them. If <paramref name="stop"/> returns true, it stops early and returns
    /// true.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run was canceled. The work so far is not undone.</exception>
    public bool RunUntil(DateTimeOffset until, Func<WorldView, bool>? stop = null, CancellationToken cancel = default)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (RunSlice(until, stop, cancel) is var end && end != SliceEnd.More)
            {
                return end == SliceEnd.Stopped;
            }
        }
    }

    /// <summary>
    /// Runs one slice of <see cref="RunUntil"/>, for callers that let other work run in between. After <see
    /// cref="SliceEnd.Stopped"/>, more work can be due at the current time.
    /// </summary>
    public SliceEnd RunSlice(DateTimeOffset until, Func<WorldView, bool>? stop = null, CancellationToken cancel = default)
    {
        var turn = new WorldTurn(this, _timeline.Enter());
        try
        {
            return _timeline.RunSlice(until, stop, new WorldView(this), cancel);
        }
        finally
        {
            turn.Leave();
        }
    }

    internal Region RegionOf(string name) =>
        _regions.TryGetValue(name, out var known) ? known : Composition.NewRegion(_simulation, name);

    /// <summary>Creates the world of a snapshot without its regions and events.</summary>
    internal static World Restore(SnapshotHeader header, WorldSettings settings, SavedSimulation state, long? epoch)
    {
        var own = settings with { Epoch = epoch ?? header.Epoch, Start = state.Start, Seed = state.Seed.Value };
        var world = new World(header.Account, own, state.Now);
        world._simulation.Restore(state);
        return world;
    }

    /// <summary>Adds a region of a snapshot.</summary>
    internal Region AddRegion(string name)
    {
        var region = Composition.NewRegion(_simulation, name);
        _regions.Add(name, region);
        return region;
    }

    /// <summary>Calls a function with the state, in one turn.</summary>
    internal void Save(Action<Simulation, IReadOnlyCollection<Region>> save)
    {
        using var turn = _timeline.Enter();
        RecordReached();
        save(_simulation, _regions.Values);
    }

    // The caller holds the lock.
    internal void Publish() => _glance.Write(this, _regions.Values);
}
