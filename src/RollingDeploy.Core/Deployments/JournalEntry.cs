using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Deployments;

/// <summary>One side of a deployment at the moment of an event.</summary>
/// <param name="ConfigName">Its endpoint configuration; a component's name and the number of its specification.</param>
/// <param name="Instances">Instances that exist.</param>
/// <param name="InService">Instances in service.</param>
/// <param name="TrafficShare">Its share of the traffic, from 0 to 1.</param>
public sealed record FleetSnapshot(string ConfigName, int Instances, int InService, double TrafficShare);

/// <summary>The state of a watched alarm; null when the alarm is not there.</summary>
public readonly record struct AlarmSnapshot(string Name, AlarmState? State);

/// <summary>One event of a deployment.</summary>
/// <param name="Time">When.</param>
/// <param name="Event">One word for machines.</param>
/// <param name="Sentence">One sentence for people.</param>
/// <param name="Old">The old fleet; null on creation.</param>
/// <param name="New">The new fleet; null on deletion.</param>
/// <param name="Alarms">The watched alarms.</param>
public sealed record JournalEntry(
    DateTimeOffset Time,
    string Event,
    string Sentence,
    FleetSnapshot? Old,
    FleetSnapshot? New,
    ImmutableArray<AlarmSnapshot> Alarms)
{
    internal static JournalEntry Of(WorldEvent happened)
    {
        var data = (DeploymentProgressed)happened.Data;
        return new(happened.At, data.Event, data.Line, data.Old, data.New, data.Alarms);
    }
}

/// <summary>A deployment and what happened in it.</summary>
public sealed class DeploymentRecord
{
    private readonly List<WorldEvent> _events = [];

    internal DeploymentRecord(Deployment deployment) => Deployment = deployment;

    /// <summary>The deployment as it stands.</summary>
    public Deployment Deployment { get; internal set; }

    /// <summary>Its events, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Journal => _events.ConvertAll(JournalEntry.Of);

    internal void Add(WorldEvent progressed) => _events.Add(progressed);
}
