using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Deployments;

/// <summary>The state of one side of a deployment at an event.</summary>
/// <param name="ConfigName">
/// The endpoint configuration. For an inference component, it is its name and the number of its specification.
/// </param>
/// <param name="Instances">The number of instances.</param>
/// <param name="InService">The number of instances in service.</param>
/// <param name="TrafficShare">The traffic share, from 0 to 1.</param>
public sealed record FleetSnapshot(string ConfigName, int Instances, int InService, double TrafficShare);

/// <summary>The state of a monitored alarm; null if the alarm does not exist.</summary>
public readonly record struct AlarmSnapshot(string Name, AlarmState? State);

/// <summary>An event of a deployment.</summary>
/// <param name="Time">The virtual time.</param>
/// <param name="Event">The name of the event for programs.</param>
/// <param name="Sentence">The sentence for people.</param>
/// <param name="Old">The old fleet; null on creation.</param>
/// <param name="New">The new fleet; null on deletion.</param>
/// <param name="Alarms">The monitored alarms.</param>
public sealed record JournalEntry(
    DateTimeOffset Time,
    string Event,
    string Sentence,
    FleetSnapshot? Old,
    FleetSnapshot? New,
    ImmutableArray<AlarmSnapshot> Alarms)
{
    /// <summary>Whether a step begins with the event.</summary>
    public bool BeginsStep => DeploymentProgressed.IsBeginning(Event);

    internal static JournalEntry Of(WorldEvent happened)
    {
        var data = (DeploymentProgressed)happened.Data;
        return new(happened.At, data.Event, data.Line, data.Old, data.New, data.Alarms);
    }
}

/// <summary>A deployment and its events.</summary>
public sealed class DeploymentRecord
{
    private readonly List<WorldEvent> _events = [];

    internal DeploymentRecord(Deployment deployment) => Deployment = deployment;

    /// <summary>The deployment in its current state.</summary>
    public Deployment Deployment { get; internal set; }

    /// <summary>The events, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Journal => _events.ConvertAll(JournalEntry.Of);

    /// <summary>The data of the last event; null if there is none.</summary>
    internal DeploymentProgressed? Last => _events.Count > 0 ? (DeploymentProgressed)_events[^1].Data : null;

    internal void Add(WorldEvent progressed) => _events.Add(progressed);

    /// <summary>Returns the deployment with its events, for a snapshot.</summary>
    internal SavedDeployment Save(SnapshotScope scope) =>
        SavedDeployment.Of(Deployment, SavedJournal.Of(_events, scope), scope);

    /// <summary>Returns the deployment of a snapshot.</summary>
    internal static DeploymentRecord Restore(Region region, Subject subject, SavedDeployment saved, SnapshotScope scope)
    {
        var record = new DeploymentRecord(saved.ToDeployment(scope));
        record._events.AddRange(saved.Journal.ToEvents(region, subject, saved.Id, scope));
        return record;
    }
}
