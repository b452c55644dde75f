using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>The counters of an account, in a snapshot.</summary>
internal sealed record SavedCounts(long Events, int InTransition, long GuardedBakes);

/// <summary>What all resources that are deployed have, in a snapshot.</summary>
internal sealed record SavedDeployable(
    string Name,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime,
    ImmutableArray<SavedDeployment> Deployments,
    SavedFleet? Current = null,
    SavedFleet? Pending = null,
    string? FailureReason = null,
    DateTimeOffset? TrafficSettlesAt = null,
    DateTimeOffset? WakeAt = null,
    DateTimeOffset? FleetDueAt = null,
    DateTimeOffset? ReplaceAt = null,
    bool IsShort = false);

/// <summary>A deployment with its journal, in a snapshot. Plans are indexes.</summary>
internal sealed record SavedDeployment(
    string Id,
    DeploymentTrigger Trigger,
    DateTimeOffset StartedAt,
    int Forward,
    ImmutableArray<string> VariantNames,
    ImmutableArray<VariantSize> Sizes,
    SavedJournal Journal,
    TimeSpan Limit,
    DeploymentPolicy Policy = DeploymentPolicy.Default,
    DeploymentStatus Status = DeploymentStatus.InProgress,
    int StepIndex = -1,
    DateTimeOffset? StepStartedAt = null,
    DateTimeOffset? FirstShiftAt = null,
    DateTimeOffset? EndedAt = null,
    int? Rollback = null,
    int? RollbackBatch = null,
    int? TurnedBackAfter = null,
    ImmutableArray<string>? Alarms = null,
    ImmutableArray<string>? AlarmsBefore = null,
    string? FailureReason = null)
{
    /// <summary>Returns the plain values of a deployment.</summary>
    public static SavedDeployment Of(Deployment it, SavedJournal journal, SnapshotScope scope) => new(
        it.Id, it.Trigger, it.StartedAt, scope.Plans.Add(it.Forward)!.Value, it.VariantNames, it.Sizes, journal, it.Limit,
        it.Policy, it.Status, it.StepIndex, it.StepStartedAt == default ? null : it.StepStartedAt, it.FirstShiftAt, it.EndedAt,
        scope.Plans.Add(it.Rollback), it.RollbackBatch, it.TurnedBackAfter, it.Alarms.IsEmpty ? null : it.Alarms,
        it.AlarmsBefore.IsEmpty ? null : it.AlarmsBefore, it.FailureReason);

    /// <summary>Returns the deployment.</summary>
    public Deployment ToDeployment(SnapshotScope scope) => new()
    {
        Id = Id,
        Trigger = Trigger,
        Policy = Policy,
        StartedAt = StartedAt,
        Forward = scope.Plans[Forward],
        VariantNames = VariantNames,
        Sizes = Sizes,
        Rollback = Rollback is { } rollback ? scope.Plans[rollback] : null,
        RollbackBatch = RollbackBatch,
        Alarms = Alarms ?? [],
        AlarmsBefore = AlarmsBefore ?? [],
        Limit = Limit,
        Status = Status,
        StepIndex = StepIndex,
        TurnedBackAfter = TurnedBackAfter,
        StepStartedAt = StepStartedAt ?? default,
        FirstShiftAt = FirstShiftAt,
        EndedAt = EndedAt,
        FailureReason = FailureReason,
    };
}
