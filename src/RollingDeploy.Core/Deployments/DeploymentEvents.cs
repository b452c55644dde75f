using System.Collections.Immutable;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>The status of an endpoint or an inference component has changed.</summary>
/// <param name="From">The status before; null where it is being created.</param>
/// <param name="To">The status now.</param>
/// <param name="Reason">Why the last deployment did not succeed; null where it did.</param>
public sealed record StatusChanged(string? From, string To, string? Reason) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "statusChanged";

    /// <inheritdoc/>
    public override string Sentence => From is null ? $"The status is {To}." : $"The status has changed from {From} to {To}.";
}

/// <summary>A deployment has come further: a line of its journal.</summary>
/// <param name="DeploymentId">The deployment.</param>
/// <param name="Event">One word for machines.</param>
/// <param name="Line">One sentence for people.</param>
/// <param name="Old">The old fleet; null on creation.</param>
/// <param name="New">The new fleet; null on deletion.</param>
/// <param name="Alarms">The watched alarms.</param>
public sealed record DeploymentProgressed(
    string DeploymentId, string Event, string Line, FleetSnapshot? Old, FleetSnapshot? New,
    ImmutableArray<AlarmSnapshot> Alarms) : EventData
{
    /// <inheritdoc/>
    public override string Kind => Event;

    /// <inheritdoc/>
    public override string Sentence => Line;
}

/// <summary>Instances or copies have come or gone; those of one variant that change together are one event.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Side">The side of the deployment.</param>
/// <param name="Change">What becomes of them.</param>
/// <param name="Ids">Their ids.</param>
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
