using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <content>How it is written to and restored from snapshots.</content>
public abstract partial class Deployable
{
    /// <summary>Restores the common part of a resource.</summary>
    private protected Deployable(Region region, SubjectType type, SavedDeployable saved, SnapshotScope scope)
    {
        (Region, Name) = (region, saved.Name);
        (CreationTime, LastModifiedTime) = (saved.CreationTime, saved.LastModifiedTime);
        (FailureReason, TrafficSettlesAt) = (saved.FailureReason, saved.TrafficSettlesAt ?? default);
        (WakeAt, FleetDueAt) = (saved.WakeAt, saved.FleetDueAt);
        (IsShort, ReplaceAt) = (saved.IsShort, saved.ReplaceAt);
        Current = saved.Current is null ? null : new Fleet(scope, saved.Current);
        Pending = saved.Pending is null ? null : new Fleet(scope, saved.Pending);
        var subject = new Subject(type, Name);
        _deployments.AddRange(saved.Deployments.Select(each => DeploymentRecord.Restore(region, subject, each, scope)));
        if (Running is { } running)
        {
            region.WatchedAlarms.Add(this, running.Deployment);
        }
    }

    /// <summary>Returns the common part, for a snapshot.</summary>
    private protected SavedDeployable SaveCommon(SnapshotScope scope) => new(
        Name,
        CreationTime,
        LastModifiedTime,
        [.. _deployments.Select(record => record.Save(scope))],
        Current?.Save(scope),
        Pending?.Save(scope),
        FailureReason,
        TrafficSettlesAt == default ? null : TrafficSettlesAt,
        WakeAt,
        FleetDueAt,
        ReplaceAt,
        IsShort);
}
