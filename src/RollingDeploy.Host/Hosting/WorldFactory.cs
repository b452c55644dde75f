using Microsoft.Extensions.Options;
using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Durability;

namespace RollingDeploy.Host.Hosting;

/// <summary>Makes worlds with their clocks: new ones, those after a reset, and those that are kept in the store.</summary>
internal sealed partial class WorldFactory(
    IOptions<RollingDeployOptions> options,
    SimulationTime time,
    IEnumerable<IEventReader> readers,
    CommandJournal journal,
    ILogger<Worlds> logger)
{
    private readonly DateTimeOffset _startUp = time.Machine.Wall;

    /// <summary>Returns a new world that is not kept, because so far it was only read.</summary>
    public (World World, VirtualClock Clock) ForReading(string account) => New(account, null);

    /// <summary>Returns a new world that is kept from its first command on.</summary>
    public (World World, VirtualClock Clock) ForWriting(string account)
    {
        if (journal.Store is null)
        {
            return New(account, null);
        }

        var recorder = Recorder(account);
        var (world, clock) = New(account, recorder);
        recorder.Begin(0, () => KeptDocument.Begin(world.Settings), null);
        return (world, clock);
    }

    /// <summary>Returns the world after a reset of <paramref name="before"/>.</summary>
    public (World World, VirtualClock Clock) After(World before)
    {
        var start = Start();
        var reset = new Reset(start, options.Value.Seed);
        var world = before.BeginAgain(reset, before.Glance.Now, Follow(before.Account, null));

        // Its first event is kept with its first command.
        world.Apply(new Reached(), start);
        return (world, Clock(start));
    }

    /// <summary>Returns whether anything is kept of an account. Nothing is if its first commands could not be kept.</summary>
    public bool HasBegun(Storage.StoredSnapshot snapshot) =>
        snapshot.Sequence > 0 || journal.Store!.ReadAfter(snapshot.Account, snapshot.Sequence).Any();

    /// <summary>Returns the world of an account as it is kept.</summary>
    /// <exception cref="Storage.StateStoreException">It cannot be read.</exception>
    public (World World, VirtualClock Clock) Restored(Storage.StoredSnapshot snapshot)
    {
        var recorder = Recorder(snapshot.Account);
        var late = new LateReaders();
        var kept = new KeptWorld(
            journal.Store!, snapshot, Settings(default) with { Recorder = recorder, EventAppended = late.Tell });
        foreach (var (sequence, defect) in kept.Replay())
        {
            Log.Differs(logger, defect, sequence, snapshot.Account);
        }

        if (kept.HasOtherSettings)
        {
            kept.Keep(journal.Store!, kept.LastSequence + 1);
        }

        kept.World.Log.Kept = kept.World.Log.Last;
        late.Begin(Follow(snapshot.Account, kept.World.Log));
        recorder.Begin(kept.LastSequence, null, kept.Clock);
        recorder.SinceSnapshot = kept.HasOtherSettings ? 0 : kept.LastSequence - snapshot.Sequence;
        return (kept.World, kept.ClockAfter(options.Value, time.Machine));
    }

    /// <summary>
    /// Keeps a new snapshot of an account, so that the next start has fewer commands to run again. It is made in a world of its
    /// own, from the last snapshot and the commands after it, so that no call waits for it.
    /// </summary>
    /// <exception cref="Storage.StateStoreException">It could not be kept.</exception>
    public void Renew(Storage.StoredSnapshot snapshot)
    {
        var kept = new KeptWorld(journal.Store!, snapshot, Settings(default));
        var isSame = true;
        foreach (var (sequence, defect) in kept.Replay())
        {
            Log.Differs(logger, defect, sequence, snapshot.Account);
            isSame = false;
        }

        if (isSame && kept.LastSequence > snapshot.Sequence)
        {
            kept.Keep(journal.Store!, kept.LastSequence);
        }
    }

    /// <summary>
    /// Returns the world of a snapshot, for an account that exists. It records nothing before <see cref="BeginImported"/>.
    /// </summary>
    /// <exception cref="SnapshotException">The snapshot cannot be read.</exception>
    public World Imported(Stream snapshot, string account, long epoch)
    {
        var late = new LateReaders();
        var recorder = journal.Store is null ? null : Recorder(account);
        var settings = Settings(default) with { Recorder = recorder, EventAppended = late.Tell };
        var world = SnapshotDocument.Read(snapshot, settings, epoch);
        late.Begin(Follow(account, world.Log));
        return world;
    }

    /// <summary>Lets an imported world record what happens, after a command.</summary>
    public static void BeginImported(World world, long last, SetClock? clock)
    {
        (world.Settings.Recorder as AccountJournal)?.Begin(last, null, clock);
        world.Log.Kept = world.Log.Last;
    }

    /// <summary>Tells the readers that a log has begun with events.</summary>
    public void Announce(World world)
    {
        foreach (var reader in readers)
        {
            reader.Kept(world.Account, world.Log);
        }
    }

    private AccountJournal Recorder(string account) => new(account, journal, () => time.Machine.Wall, log =>
    {
        foreach (var reader in readers)
        {
            reader.Kept(account, log);
        }
    });

    private (World World, VirtualClock Clock) New(string account, ICommandRecorder? recorder)
    {
        var start = Start();
        return (
            new World(account, Settings(start) with { EventAppended = Follow(account, null), Recorder = recorder }),
            Clock(start));
    }

    private WorldSettings Settings(DateTimeOffset start) =>
        options.Value.ToWorldSettings(start, (what, defect) => Log.SetAside(logger, defect, what));

    // A frozen clock starts at the start-up time of the host, in every account and after every reset. Other clocks start now.
    private DateTimeOffset Start()
    {
        var clock = options.Value.Clock;
        return VirtualClock.Whole(clock.StartTime ?? (clock.Mode == ClockMode.Frozen ? _startUp : time.Machine.Wall));
    }

    private VirtualClock Clock(DateTimeOffset start)
    {
        var clock = options.Value.Clock;
        return new VirtualClock(clock.Mode, clock.Speed, time.Machine.Now, start) { StopAt = clock.StopAt };
    }

    // Each epoch of a world has its own log.
    private Action<EventLog>? Follow(string account, EventLog? restored) =>
        readers.Aggregate<IEventReader, Action<EventLog>?>(null, (all, reader) => all + reader.Follow(account, restored));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{What} was set aside after an internal error of RollingDeploy. Everything else continues.")]
        public static partial void SetAside(ILogger logger, Exception defect, string what);

        [LoggerMessage(2, LogLevel.Error, "The command {Sequence} of account {Account} was refused when it ran again")]
        public static partial void Differs(ILogger logger, Exception defect, long sequence, string account);
    }
}
