using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Deployments;

/// <summary>The journal of a deployment, in a snapshot.</summary>
[JsonConverter(typeof(SavedJournalConverter))]
internal sealed record SavedJournal(ImmutableArray<SavedLine> Lines)
{
    /// <summary>Returns the plain values of events.</summary>
    public static SavedJournal Of(IEnumerable<WorldEvent> events, SnapshotScope scope) =>
        new([.. events.Select(each => new SavedLine(each.Sequence, scope.Events.Has(each) ? null : Entry(each)))]);

    /// <summary>Returns the events.</summary>
    public IEnumerable<WorldEvent> ToEvents(Region region, Subject subject, string deployment, SnapshotScope scope) =>
        Lines.Select(line => line.Entry is { } entry
            ? SnapshotEvents.Make(region, line.Sequence, entry.Time, subject, DataOf(entry, deployment))
            : scope.Events.Get(line.Sequence));

    private static JournalEntry Entry(WorldEvent happened) => JournalEntry.Of(happened);

    private static DeploymentProgressed DataOf(JournalEntry entry, string deployment) =>
        new(deployment, entry.Event, entry.Sentence, entry.Old, entry.New, entry.Alarms);
}

/// <summary>A line of a journal. Without an entry, it is an event that is in the log too.</summary>
internal readonly record struct SavedLine(long Sequence, JournalEntry? Entry);
