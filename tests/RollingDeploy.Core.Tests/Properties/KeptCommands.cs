using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Snapshots;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>How a story goes on in another world.</summary>
internal enum Cut
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The world was saved and restored.</summary>
    Restored,

    /// <summary>A new world has run the documents of all commands again.</summary>
    Replayed,

    /// <summary>A world that was restored from an older snapshot has run the documents of the commands after it again.</summary>
    ReplayedFromSnapshot,
}

/// <summary>Keeps what a world needs after a crash: its settings, a snapshot and the documents of its commands.</summary>
internal sealed class KeptCommands : ICommandRecorder
{
    private readonly List<string> _documents = [];
    private WorldSettings _settings = new();
    private string? _snapshot;

    public bool IsRecording => true;

    public bool HasRoom => true;

    /// <summary>Returns settings with which a world is kept.</summary>
    public WorldSettings Begin(WorldSettings settings)
    {
        _settings = settings;
        return settings with { Recorder = this };
    }

    public void RequireRoom()
    {
    }

    public void Record(Command command, DateTimeOffset at, EventLog log) =>
        _documents.Add(CommandDocument.Write(new CommandEnvelope(_documents.Count + 1, at, null, command)));

    /// <summary>Keeps a snapshot, and drops the commands before it.</summary>
    public void TakeSnapshot(World world)
    {
        world.Reach();
        _snapshot = Snapshot.Of(world);
        _documents.Clear();
    }

    /// <summary>Returns the world as it is after a crash.</summary>
    public World Replay(World before)
    {
        before.Reach();
        var world = _snapshot is null ? new World(before.Account, _settings) : Snapshot.Read(_snapshot, _settings);
        return _documents.Aggregate(world, (it, document) => it.Replay(CommandDocument.Read(document)));
    }
}
