using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Durability;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Hosting;

/// <summary>Restores a world from its snapshot and the commands after it.</summary>
internal sealed class KeptWorld
{
    private readonly StoredSnapshot _snapshot;
    private readonly IEnumerator<StoredCommand> _commands;
    private bool _hasMore;

    /// <param name="store">The store.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="settings">The settings of the host.</param>
    /// <exception cref="StateStoreException">The snapshot cannot be read.</exception>
    public KeptWorld(IStateStore store, StoredSnapshot snapshot, WorldSettings settings)
    {
        (_snapshot, Wall, LastSequence) = (snapshot, snapshot.Wall, snapshot.Sequence);
        _commands = store.ReadAfter(snapshot.Account, snapshot.Sequence).GetEnumerator();
        _hasMore = _commands.MoveNext();
        using var document = new BufferedStream(store.Open(snapshot), 1 << 16);
        try
        {
            (var origin, Clock, var hasSnapshot) = KeptDocument.ReadHead(document);

            // Commands give the same results only with the settings with which they ran. Without commands, those of now apply.
            var own = _hasMore || !hasSnapshot ? origin.ApplyTo(settings) : settings;
            HasOtherSettings = !WorldOrigin.Of(own).Write().AsSpan().SequenceEqual(origin.Write());
            World = hasSnapshot ? SnapshotDocument.Read(document, own) : new World(snapshot.Account, own);
        }
        catch (Exception error) when (error is CommandDocumentException or SnapshotException)
        {
            throw Unreadable(error);
        }
    }

    /// <summary>The world.</summary>
    public World World { get; private set; }

    /// <summary>The last change of the clock; null if it is as the settings say.</summary>
    public SetClock? Clock { get; private set; }

    /// <summary>The sequence number of the last command that is kept.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The time of the wall clock when the last command ran.</summary>
    public DateTimeOffset Wall { get; private set; }

    /// <summary>
    /// Whether the world goes on with other settings than those with which it is kept. Then it must be kept again before its next
    /// command.
    /// </summary>
    public bool HasOtherSettings { get; }

    /// <summary>
    /// Runs the commands again. Returns those that were refused, which is a defect: a command that is refused is not kept.
    /// </summary>
    /// <exception cref="StateStoreException">A command cannot be read.</exception>
    public IEnumerable<(long Sequence, Exception Defect)> Replay()
    {
        for (; _hasMore; _hasMore = _commands.MoveNext())
        {
            var stored = _commands.Current;
            (LastSequence, Wall) = (stored.Sequence, stored.Wall);
            if (Run(Read(stored)) is { } defect)
            {
                yield return (stored.Sequence, defect);
            }
        }
    }

    /// <summary>Returns the clock of the world, which goes on as it was last set.</summary>
    public VirtualClock ClockAfter(RollingDeployOptions options, MachineClock machine)
    {
        var (mode, speed, stopAt) = Clock is { } set
            ? (set.Mode, set.Speed, set.StopAt)
            : (options.Clock.Mode, options.Clock.Speed, options.Clock.StopAt);
        var passes = options.TimeAway is { } setting ? setting == TimeAway.Passes : mode == ClockMode.Real;
        var away = passes && machine.Wall > Wall ? machine.Wall - Wall : TimeSpan.Zero;
        return new VirtualClock(mode, speed, machine.Now - away, World.Glance.Now)
        {
            StopAt = stopAt,
            IsStopped = stopAt == StopAt.Baking && World.Read(world => world.IsInGuardedBake),
        };
    }

    /// <summary>Keeps the world as it is, as a snapshot.</summary>
    /// <exception cref="StateStoreException">It could not be kept.</exception>
    public void Keep(IStateStore store, long sequence)
    {
        using var file = Snapshots.Temporary();
        KeptDocument.Write(file, World, Clock);
        file.Position = 0;
        store.PutSnapshot(new(_snapshot.Account, sequence, Wall), file);
        LastSequence = sequence;
    }

    private Exception? Run(CommandEnvelope envelope)
    {
        Clock = envelope.Command switch
        {
            SetClock set => set,
            Reset => null,
            _ => Clock,
        };
        try
        {
            World = envelope.Command is Reset reset
                ? World.BeginAgain(reset, envelope.At, World.Settings.EventAppended)
                : World.Replay(envelope);
            return null;
        }
        catch (Exception defect)
        {
            return defect;
        }
    }

    private CommandEnvelope Read(StoredCommand stored)
    {
        try
        {
            return CommandDocument.Read(stored.Document);
        }
        catch (CommandDocumentException error)
        {
            throw Unreadable(error);
        }
    }

    private StateStoreException Unreadable(Exception error) =>
        new($"The state of account {_snapshot.Account} cannot be read by this version of RollingDeploy. {error.Message}", error);
}
