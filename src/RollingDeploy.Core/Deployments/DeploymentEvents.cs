using System.Collections.Frozen;
using System.Collections.Immutable;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>The status of an endpoint or an inference component has changed.</summary>
/// <param name="From">The previous status; null for a new resource.</param>
/// <param name="To">The new status.</param>
/// <param name="Reason">Why the last deployment failed; null if it did not.</param>
public sealed record StatusChanged(string? From, string To, string? Reason) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "statusChanged";

    /// <inheritdoc/>
    public override string Sentence => From is null ? $"The status is {To}." : $"The status has changed from {From} to {To}.";
}

/// <summary>A line was added to the journal of a deployment.</summary>
/// <param name="DeploymentId">The deployment.</param>
/// <param name="Event">The name of the event for programs.</param>
/// <param name="Line">The sentence for people.</param>
/// <param name="Old">The old fleet; null on creation.</param>
/// <param name="New">The new fleet; null on deletion.</param>
/// <param name="Alarms">The monitored alarms.</param>
public sealed record DeploymentProgressed(
    string DeploymentId, string Event, string Line, FleetSnapshot? Old, FleetSnapshot? New,
    ImmutableArray<AlarmSnapshot> Alarms) : EventData
{
    private static readonly FrozenSet<string> Beginnings =
        FrozenSet.ToFrozenSet(["launching", "shifting", "shiftingBack", "bakeStarted", "retiring"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Kind => Event;

    /// <inheritdoc/>
    public override string Sentence => Line;

    /// <summary>Returns whether a step begins with an event.</summary>
    internal static bool IsBeginning(string journalEvent) => Beginnings.Contains(journalEvent);
}

/// <summary>Instances or copies have changed. If several of one variant change together, there is one event for them.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Side">The side of the deployment.</param>
/// <param name="Change">The change.</param>
/// <param name="Ids">Their IDs.</param>
public sealed record InstancesChanged(string Variant, FleetSide Side, InstanceChange Change, ImmutableArray<string> Ids)
    : EventData
{
    /// <inheritdoc/>
    public override string Kind => "instancesChanged";

    /// <inheritdoc/>
    public override string Sentence => $"{Change} in variant {Variant}: {string.Join(", ", Ids)}.";

    /// <inheritdoc/>
    internal override int Weight => 10 * Ids.Length;
}
