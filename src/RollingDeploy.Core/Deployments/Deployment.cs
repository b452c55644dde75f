using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>The call that began a deployment.</summary>
public enum DeploymentTrigger
{
    /// <summary>CreateEndpoint.</summary>
    CreateEndpoint,

    /// <summary>UpdateEndpoint.</summary>
    UpdateEndpoint,

    /// <summary>UpdateEndpointWeightsAndCapacities.</summary>
    UpdateEndpointWeightsAndCapacities,

    /// <summary>DeleteEndpoint.</summary>
    DeleteEndpoint,

    /// <summary>CreateInferenceComponent.</summary>
    CreateInferenceComponent,

    /// <summary>UpdateInferenceComponent with another specification.</summary>
    UpdateInferenceComponent,

    /// <summary>UpdateInferenceComponentRuntimeConfig, or UpdateInferenceComponent with a number of copies only.</summary>
    UpdateInferenceComponentRuntimeConfig,

    /// <summary>DeleteInferenceComponent.</summary>
    DeleteInferenceComponent,
}

/// <summary>Where a deployment stands. The last four are its ends.</summary>
public enum DeploymentStatus
{
    /// <summary>On its way forward.</summary>
    InProgress,

    /// <summary>On its way back.</summary>
    RollingBack,

    /// <summary>All is new.</summary>
    Succeeded,

    /// <summary>All is as it was.</summary>
    RolledBack,

    /// <summary>The way back failed too: both fleets serve.</summary>
    RollbackFailed,

    /// <summary>A creation that failed, or a deployment set aside after a defect of ours.</summary>
    Failed,
}

/// <summary>
/// One deployment: its plan and how far it is. It never changes; the planner returns the next one.
/// </summary>
public sealed record Deployment
{
    /// <summary>The limit where the policy gives none (DESIGN §7).</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(28_800);

    /// <summary>How often alarms are looked at during a bake, besides its start and its end.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(10);

    /// <summary>Unique within its world.</summary>
    public required string Id { get; init; }

    /// <summary>What began it.</summary>
    public required DeploymentTrigger Trigger { get; init; }

    /// <summary>The way to deploy.</summary>
    public DeploymentPolicy Policy { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The way forward.</summary>
    public required Plan Forward { get; init; }

    /// <summary>The variants' names, in the order of the plan's targets.</summary>
    public ImmutableArray<string> VariantNames { get; init; } = [];

    /// <summary>The variants' full sizes, in the order of the plan's targets.</summary>
    public required ImmutableArray<VariantSize> Sizes { get; init; }

    /// <summary>The way back; null while it is not needed.</summary>
    public Plan? Rollback { get; init; }

    /// <summary>Batches of a rollback, in instances; null for all at once.</summary>
    public int? RollbackBatch { get; init; }

    /// <summary>The alarms that are watched.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>
    /// Those of them that were in ALARM when it began: what trips it may have nothing to do with what it deploys.
    /// </summary>
    public ImmutableArray<string> AlarmsBefore { get; init; } = [];

    /// <summary>How long the way forward may take from <see cref="StartedAt"/>.</summary>
    public TimeSpan Limit { get; init; } = DefaultLimit;

    /// <summary>Where it stands.</summary>
    public DeploymentStatus Status { get; init; }

    /// <summary>The present step of the present plan; −1 before its first.</summary>
    public int StepIndex { get; init; } = -1;

    /// <summary>How many steps of the way forward were begun when it turned back; null when it did not.</summary>
    public int? TurnedBackAfter { get; init; }

    /// <summary>When the present step began.</summary>
    public DateTimeOffset StepStartedAt { get; init; }

    /// <summary>When traffic first moved: alarms count from here.</summary>
    public DateTimeOffset? FirstShiftAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it did not succeed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The plan that is being carried out.</summary>
    public Plan Plan => Rollback ?? Forward;

    /// <summary>The present step; null before the first.</summary>
    public Step? Step => StepIndex < 0 ? null : Plan.Steps[StepIndex];

    /// <summary>How the fleets stood before the present step.</summary>
    public ImmutableArray<Target> Before => StepIndex < 1 ? Plan.Start : Plan.Steps[StepIndex - 1].Targets;

    /// <summary>Which bake of the way forward the present step is, counted from 1; null where it is none.</summary>
    public int? BakeNumber => Rollback is null && Step is { Kind: StepKind.Bake }
        ? Forward.Steps[..(StepIndex + 1)].Count(step => step.Kind == StepKind.Bake)
        : null;

    /// <summary>
    /// The side that launches: the way forward launches new instances, the way back old ones, and scaling has one side only.
    /// What is still coming up on the other side is neither waited for nor replaced: it goes with the next retirement.
    /// </summary>
    public FleetSide LaunchSide => Rollback is null && !IsScaling ? FleetSide.New : FleetSide.Old;

    /// <summary>
    /// Whether its way back may need old instances that are gone: only rolling retires any before its end. Blue/green moves
    /// traffic back to what still stands, so nothing that is missing can make its way back fail.
    /// </summary>
    public bool LaunchesOnTheWayBack => Policy == DeploymentPolicy.Rolling && !IsScaling;

    /// <summary>Whether it changes the fleet that serves instead of replacing it.</summary>
    public bool IsScaling => Act == DeploymentAct.Scale;

    /// <summary>What it does to the fleets.</summary>
    public DeploymentAct Act => Facts.Act;

    internal TriggerFacts Facts => TriggerFacts.Of(Trigger);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Status is not (DeploymentStatus.InProgress or DeploymentStatus.RollingBack);

    /// <summary>The full sizes of a variant.</summary>
    internal VariantSize SizeOf(VariantFleet variant) => Sizes[VariantNames.IndexOf(variant.Spec.VariantName)];

    /// <summary>When the limit is reached.</summary>
    public DateTimeOffset Deadline => StartedAt + Limit;

    /// <summary>
    /// Whether alarms and the deadline count: from the first shift of traffic until the last old instance is ordered to go.
    /// </summary>
    public bool IsGuarded => Status == DeploymentStatus.InProgress && FirstShiftAt is not null && !IsLastRetirement(Step);

    /// <summary>Whether it bakes on its way forward while alarms watch it.</summary>
    public bool IsInGuardedBake => Rollback is null && Step is { Kind: StepKind.Bake } && !Alarms.IsEmpty;

    /// <summary>
    /// When the present step ends by itself or the limit is reached; null while only the fleets can move it on.
    /// </summary>
    public DateTimeOffset? NextEventAt
    {
        get
        {
            DateTimeOffset? bakeEnd = Step is { Kind: StepKind.Bake } bake ? StepStartedAt + bake.Duration : null;
            return IsGuarded && !(bakeEnd < Deadline) ? Deadline : bakeEnd;
        }
    }

    /// <summary>
    /// Whether what crashes on one side is launched again. On the way back the new fleet goes anyway; what could not be had is
    /// not asked for again and again (<paramref name="launchFailure"/> of that side); scaling that is taken back launches
    /// nothing.
    /// </summary>
    public bool Replaces(FleetSide side, string? launchFailure) =>
        launchFailure is null && (Rollback is null || (side == FleetSide.Old && !IsScaling));

    /// <summary>Whether <paramref name="step"/> orders the last old instance to go.</summary>
    public static bool IsLastRetirement(Step? step) =>
        step is { Kind: StepKind.Retire } && step.Targets.All(target => target.Old == 0);
}
