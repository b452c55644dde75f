using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Hosting;

/// <summary>Restores a world from its snapshot and the commands after it.</summary>
internal sealed class KeptWorld
{
    private readonly IStateStore _store;
    private readonly StoredSnapshot _snapshot;
    private DateTimeOffset _wall;
    private SetClock? _clock;

    /// <param name="store">The store.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="settings">The settings that do not change the results of the world.</param>
    /// <exception cref="StateStoreException">The snapshot cannot be read.</exception>
    public KeptWorld(IStateStore store, StoredSnapshot snapshot, WorldSettings settings)
    {
        (_store, _snapshot, _wall, LastSequence) = (store, snapshot, snapshot.Wall, snapshot.Sequence);
        using var document = store.Open(snapshot);
        try
        {
            World = new World(snapshot.Account, WorldOrigin.Read(document).ApplyTo(settings));
        }
        catch (CommandDocumentException error)
        {
            throw Unreadable(error);
        }
    }

    /// <summary>The world.</summary>
    public World World { get; private set; }

    /// <summary>The sequence number of the last command that is kept.</summary>
    public long LastSequence { get; private set; }

    /// <summary>
    /// Runs the commands again. Returns those that were refused, which is a defect: a command that is refused is not kept.
    /// </summary>
    /// <exception cref="StateStoreException">A command cannot be read.</exception>
    public IEnumerable<(long Sequence, Exception Defect)> Replay()
    {
        foreach (var stored in _store.ReadAfter(_snapshot.Account, _snapshot.Sequence))
        {
            (LastSequence, _wall) = (stored.Sequence, stored.Wall);
            if (Run(Read(stored)) is { } defect)
            {
                yield return (stored.Sequence, defect);
            }
        }
    }

    /// <summary>Returns the clock of the world, which goes on as it was last set.</summary>
    public VirtualClock ClockAfter(RollingDeployOptions options, MachineClock machine)
    {
        var (mode, speed, stopAt) = _clock is { } set
            ? (set.Mode, set.Speed, set.StopAt)
            : (options.Clock.Mode, options.Clock.Speed, options.Clock.StopAt);
        var passes = options.TimeAway is { } setting ? setting == TimeAway.Passes : mode == ClockMode.Real;
        var away = passes && machine.Wall > _wall ? machine.Wall - _wall : TimeSpan.Zero;
        return new VirtualClock(mode, speed, machine.Now - away, World.Glance.Now)
        {
            StopAt = stopAt,
            IsStopped = stopAt == StopAt.Baking && World.Read(world => world.IsInGuardedBake),
        };
    }

    private Exception? Run(CommandEnvelope envelope)
    {
        _clock = envelope.Command switch
        {
            SetClock set => set,
            Reset => null,
            _ => _clock,
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

    private StateStoreException Unreadable(CommandDocumentException error) =>
        new($"The state of account {_snapshot.Account} cannot be read by this version of RollingDeploy. {error.Message}", error);
}
