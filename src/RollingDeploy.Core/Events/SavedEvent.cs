namespace RollingDeploy.Core.Events;

/// <summary>An event of the log, in a snapshot.</summary>
internal sealed record SavedEvent(
    long Sequence, DateTimeOffset At, string Region, SubjectType Type, string Name, EventData Data);

/// <summary>
/// An event that a journal or a history keeps, in a snapshot. One that the log has too is there, and has only its sequence number
/// here, so that both have the same object again.
/// </summary>
internal sealed record KeptEvent(
    long Sequence, DateTimeOffset? At = null, SubjectType? Type = null, string? Name = null, EventData? Data = null);

/// <summary>The events of the log, while a snapshot is written or read.</summary>
internal sealed class SnapshotEvents
{
    private readonly Dictionary<long, WorldEvent> _bySequence = [];

    /// <summary>Adds an event that was written or read as one of the log.</summary>
    public void Add(WorldEvent happened) => _bySequence.Add(happened.Sequence, happened);

    /// <summary>Returns whether the log has an event.</summary>
    public bool Has(WorldEvent happened) => _bySequence.ContainsKey(happened.Sequence);

    /// <summary>Returns an event of the log.</summary>
    /// <exception cref="InvalidDataException">The log does not have it.</exception>
    public WorldEvent Get(long sequence) => _bySequence.TryGetValue(sequence, out var found)
        ? found
        : throw new InvalidDataException($"it refers to the event {sequence}, which is not in the log");

    /// <summary>Returns what a snapshot has of an event that is kept.</summary>
    public KeptEvent Save(WorldEvent happened) => Has(happened)
        ? new(happened.Sequence)
        : new(happened.Sequence, happened.At, happened.Subject.Type, happened.Subject.Name, happened.Data);

    /// <summary>Returns an event of a region that is kept.</summary>
    public WorldEvent Restore(Region region, KeptEvent kept) =>
        kept is { At: { } at, Type: { } type, Name: { } name, Data: { } data }
            ? Make(region, kept.Sequence, at, new(type, name), data)
            : Get(kept.Sequence);

    /// <summary>Returns an event of a region that the log does not have.</summary>
    public static WorldEvent Make(Region region, long sequence, DateTimeOffset at, Subject subject, EventData data) =>
        new(region.Simulation.EventLog.Epoch, sequence, at, region.Name, subject, data);
}

/// <summary>Writes and reads the log in snapshots.</summary>
internal static class EventSnapshots
{
    private static readonly Slot<SnapshotScope, SnapshotEvents> EventsSlot = new(static _ => new SnapshotEvents());

    extension(SnapshotScope scope)
    {
        /// <summary>The events of the log.</summary>
        public SnapshotEvents Events => scope.Get(EventsSlot);
    }

    /// <summary>Returns the events of the log.</summary>
    public static IEnumerable<SavedEvent> Save(Region region, SnapshotScope scope)
    {
        foreach (var (each, _) in region.Simulation.EventLog.ReadAll())
        {
            scope.Events.Add(each);
            yield return new(each.Sequence, each.At, each.Region, each.Subject.Type, each.Subject.Name, each.Data);
        }
    }

    /// <summary>Adds an event to the log, which nobody is told.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedEvent state)
    {
        var log = region.Simulation.EventLog;
        var happened = new WorldEvent(log.Epoch, state.Sequence, state.At, state.Region, new(state.Type, state.Name), state.Data);
        log.Restore(happened);
        scope.Events.Add(happened);
    }
}
