using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>The operation that started a deployment.</summary>
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

    /// <summary>UpdateInferenceComponent with a new specification.</summary>
    UpdateInferenceComponent,

    /// <summary>UpdateInferenceComponentRuntimeConfig, or UpdateInferenceComponent with only a number of copies.</summary>
    UpdateInferenceComponentRuntimeConfig,

    /// <summary>DeleteInferenceComponent.</summary>
    DeleteInferenceComponent,
}

/// <summary>The status of a deployment. The last four are final.</summary>
public enum DeploymentStatus
{
    /// <summary>It is running, and no rollback has begun.</summary>
    InProgress,

    /// <summary>It is rolling back.</summary>
    RollingBack,

    /// <summary>It is complete.</summary>
    Succeeded,

    /// <summary>The rollback is complete.</summary>
    RolledBack,

    /// <summary>The rollback failed, so both fleets serve.</summary>
    RollbackFailed,

    /// <summary>A creation failed, or the deployment was stopped because of a bug in RollingDeploy.</summary>
    Failed,
}

/// <summary>A deployment, with its plan and progress. It is immutable; the planner returns changed copies.</summary>
public sealed record Deployment
{
    /// <summary>The maximum execution timeout if the policy sets none (DESIGN §7).</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(28_800);

    /// <summary>The interval at which alarms are checked during a bake. They are also checked at its start and its end.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(10);

    /// <summary>The ID, which is unique in its world.</summary>
    public required string Id { get; init; }

    /// <summary>The operation that started it.</summary>
    public required DeploymentTrigger Trigger { get; init; }

    /// <summary>The deployment policy.</summary>
    public DeploymentPolicy Policy { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The plan without a rollback.</summary>
    public required Plan Forward { get; init; }

    /// <summary>The names of the variants, in the order of the plan's targets.</summary>
    public ImmutableArray<string> VariantNames { get; init; } = [];

    /// <summary>The full sizes of the variants, in the order of the plan's targets.</summary>
    public required ImmutableArray<VariantSize> Sizes { get; init; }

    /// <summary>The rollback plan; null if no rollback has begun.</summary>
    public Plan? Rollback { get; init; }

    /// <summary>The number of instances in a batch of the rollback; null for all at once.</summary>
    public int? RollbackBatch { get; init; }

    /// <summary>The alarms to monitor.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>
    /// The monitored alarms that were in ALARM at the start. The deployment may not be the cause of these alarms.
    /// </summary>
    public ImmutableArray<string> AlarmsBefore { get; init; } = [];

    /// <summary>The maximum execution timeout, from <see cref="StartedAt"/>. It does not apply to rollbacks.</summary>
    public TimeSpan Limit { get; init; } = DefaultLimit;

    /// <summary>The status.</summary>
    public DeploymentStatus Status { get; init; }

    /// <summary>The index of the current step in the current plan; −1 before the first step.</summary>
    public int StepIndex { get; init; } = -1;

    /// <summary>The number of steps that had begun when the rollback began; null if there was no rollback.</summary>
    public int? TurnedBackAfter { get; init; }

    /// <summary>When the current step began.</summary>
    public DateTimeOffset StepStartedAt { get; init; }

    /// <summary>When the first traffic shift began; null before it. Alarms are monitored from then on.</summary>
    public DateTimeOffset? FirstShiftAt { get; init; }

    /// <summary>When it ended; null while it is running.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The current plan.</summary>
    public Plan Plan => Rollback ?? Forward;

    /// <summary>The current step; null before the first step.</summary>
    public Step? Step => StepIndex < 0 ? null : Plan.Steps[StepIndex];

    /// <summary>The targets of the fleets before the current step.</summary>
    public ImmutableArray<Target> Before => StepIndex < 1 ? Plan.Start : Plan.Steps[StepIndex - 1].Targets;

    /// <summary>
    /// The number of the current bake before any rollback, counted from 1; null if the current step is not such a bake.
    /// </summary>
    public int? BakeNumber => Rollback is null && Step is { Kind: StepKind.Bake }
        ? Forward.Steps[..(StepIndex + 1)].Count(step => step.Kind == StepKind.Bake)
        : null;

    /// <summary>
    /// The side that launches. Without a rollback, these are new instances, and in a rollback old ones. Scaling has only one
    /// side. Instances that are still launching on the other side are neither waited for nor replaced. The next termination step
    /// removes them.
    /// </summary>
    public FleetSide LaunchSide => Rollback is null && !IsScaling ? FleetSide.New : FleetSide.Old;

    /// <summary>
    /// Whether its rollback may have to launch old instances. Only rolling deployments terminate old instances before the end. A
    /// blue/green rollback moves traffic back to existing instances, so missing instances cannot make it fail.
    /// </summary>
    public bool LaunchesOnTheWayBack => Policy == DeploymentPolicy.Rolling && !IsScaling;

    /// <summary>Whether it changes the current fleet instead of replacing it.</summary>
    public bool IsScaling => Act == DeploymentAct.Scale;

    /// <summary>What it does with the fleets.</summary>
    public DeploymentAct Act => Facts.Act;

    internal TriggerFacts Facts => TriggerFacts.Of(Trigger);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Status is not (DeploymentStatus.InProgress or DeploymentStatus.RollingBack);

    /// <summary>Returns the full sizes of a variant.</summary>
    internal VariantSize SizeOf(VariantFleet variant) => Sizes[VariantNames.IndexOf(variant.Spec.VariantName)];

    /// <summary>When the maximum execution timeout is reached.</summary>
    public DateTimeOffset Deadline => StartedAt + Limit;

    /// <summary>
    /// Whether alarms and the timeout apply: from the first traffic shift until the termination of the last old instances begins.
    /// </summary>
    public bool IsGuarded => Status == DeploymentStatus.InProgress && FirstShiftAt is not null && !IsLastRetirement(Step);

    /// <summary>Whether the current step is a bake with alarms, before any rollback.</summary>
    public bool IsInGuardedBake => Rollback is null && Step is { Kind: StepKind.Bake } && !Alarms.IsEmpty;

    /// <summary>When the current step ends if it is a bake; null for other steps.</summary>
    public DateTimeOffset? BakeEndsAt => Step is { Kind: StepKind.Bake } bake ? StepStartedAt + bake.Duration : null;

    /// <summary>
    /// When the current step ends by itself or the timeout is reached; null if only a change of the fleets can end the step.
    /// </summary>
    public DateTimeOffset? NextEventAt => IsGuarded && !(BakeEndsAt < Deadline) ? Deadline : BakeEndsAt;

    /// <summary>
    /// Returns whether crashed instances of a side are launched again. A rollback does not launch new instances, because it
    /// terminates them. After a failed launch on this side (<paramref name="launchFailure"/>), launches are not repeated. The
    /// rollback of scaling launches none.
    /// </summary>
    public bool Replaces(FleetSide side, string? launchFailure) =>
        launchFailure is null && (Rollback is null || (side == FleetSide.Old && !IsScaling));

    /// <summary>Returns whether <paramref name="step"/> terminates the last old instances.</summary>
    public static bool IsLastRetirement(Step? step) =>
        step is { Kind: StepKind.Retire } && step.Targets.All(target => target.Old == 0);
}
