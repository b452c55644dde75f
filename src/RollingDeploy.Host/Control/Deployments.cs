using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Host.Control;

/// <summary>A deployment in a list.</summary>
internal record DeploymentSummary
{
    public required string Id { get; init; }

    public required DeploymentPolicy Policy { get; init; }

    public required DeploymentStatus Status { get; init; }

    /// <summary>The kind of call that started the deployment.</summary>
    public required DeploymentTrigger Trigger { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The virtual time at which the deployment ended. It is absent while the deployment is in progress.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why the deployment failed or was rolled back. It is absent if nothing went wrong.</summary>
    public string? FailureReason { get; init; }

    public static DeploymentSummary Of(Deployment deployment) => new()
    {
        Id = deployment.Id,
        Policy = deployment.Policy,
        Status = deployment.Status,
        Trigger = deployment.Trigger,
        StartedAt = deployment.StartedAt,
        EndedAt = deployment.EndedAt,
        FailureReason = deployment.FailureReason,
    };
}

/// <summary>A deployment with its plan, its steps and its journal.</summary>
internal sealed record DeploymentDetail : DeploymentSummary
{
    /// <summary>The plan of the deployment on one line.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan of the rollback on one line. It is absent if the deployment was not rolled back.</summary>
    public string? Rollback { get; init; }

    /// <summary>The steps of the plan, followed by the steps of the rollback if there is one.</summary>
    public required List<StepState> Steps { get; init; }

    /// <summary>The events of the deployment, oldest first.</summary>
    public required List<JournalEntryState> Journal { get; init; }

    public static DeploymentDetail Of(DeploymentRecord record)
    {
        var deployment = record.Deployment;
        return new()
        {
            Id = deployment.Id,
            Policy = deployment.Policy,
            Status = deployment.Status,
            Trigger = deployment.Trigger,
            StartedAt = deployment.StartedAt,
            EndedAt = deployment.EndedAt,
            FailureReason = deployment.FailureReason,
            Plan = deployment.Forward.ToString(),
            Rollback = deployment.Rollback?.ToString(),
            Steps = StepState.Of(deployment),
            Journal = [.. record.Journal.Select(JournalEntryState.Of)],
        };
    }
}

/// <summary>One step of a plan.</summary>
/// <param name="Step">What the step changes.</param>
/// <param name="Rollback">Whether the step belongs to the rollback.</param>
/// <param name="State">
/// pending, active, done, or skipped if the deployment ended or was rolled back before the step was done.
/// </param>
internal sealed record StepState(string Step, bool Rollback, string State)
{
    public static List<StepState> Of(Deployment deployment)
    {
        var present = deployment.StepIndex;
        return deployment.Rollback is { } back
            ? [.. Of(deployment.Forward, false, deployment.TurnedBackAfter!.Value - 1, true), .. Of(
                back, true, present, deployment.HasEnded)]
            : [.. Of(deployment.Forward, false, present, deployment.HasEnded)];

        IEnumerable<StepState> Of(Plan plan, bool rollback, int last, bool isOver) => plan.Steps.Select((_, i) => new StepState(
            plan.Describe(i),
            rollback,
            i < last || deployment.Status == (rollback ? DeploymentStatus.RolledBack : DeploymentStatus.Succeeded) ? "done"
                : isOver ? "skipped"
                : i == last ? "active"
                : "pending"));
    }
}

/// <summary>An event of a deployment.</summary>
internal sealed record JournalEntryState(
    DateTimeOffset Time,
    string Event,
    string Sentence,
    FleetSnapshot? Old,
    FleetSnapshot? New,
    ImmutableSortedDictionary<string, string>? Alarms)
{
    public static JournalEntryState Of(JournalEntry entry) => new(
        entry.Time,
        entry.Event,
        entry.Sentence,
        entry.Old,
        entry.New,
        entry.Alarms.IsEmpty ? null : entry.Alarms.DistinctBy(alarm => alarm.Name).ToImmutableSortedDictionary(
            alarm => alarm.Name,
            alarm => alarm.State is { } state ? StateWord.Of(state) : "absent",
            StringComparer.Ordinal));
}

/// <summary>An entry in the journal of an endpoint: an event of a deployment, or a hint about a refused call.</summary>
internal sealed record EndpointEvent(DateTimeOffset Time, string? Deployment, string Event, string Sentence);
