using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>Makes the sentences of the journal.</summary>
internal static class Describe
{
    /// <summary>Real servers respond for its models.</summary>
    public static JournalLine Forwarded(IEnumerable<Uri> servers) => new(
        "forwarded", $"Answers and pings come from {string.Join(", ", servers)}: this does not replay byte for byte.");

    public static JournalLine Relaunched { get; } = new("relaunched", "What was lost is launched again.");

    public static JournalLine Crashed(Instance instance) => new(
        "instanceCrashed", $"{instance.Id} of variant {instance.Spec.VariantName} ({instance.Spec.ConfigName}) crashed.");

    public static JournalLine Begun(Deployment deployment)
    {
        var step = deployment.Step!;
        var (oldMoves, newMoves, activeMoves) = Moves(deployment);
        return step.Kind switch
        {
            StepKind.Launch => new("launching", $"Launching {Count(deployment, Math.Max(oldMoves, newMoves), oldMoves)}."),
            StepKind.Shift when deployment.IsScaling => new("shifting", "Traffic follows the new weights."),
            StepKind.Shift when activeMoves >= 0 =>
                new("shifting", $"Shifting traffic to {activeMoves} more new {deployment.Facts.Units(activeMoves)}."),
            StepKind.Shift =>
                new("shiftingBack", $"Shifting traffic back from {-activeMoves} new {deployment.Facts.Units(-activeMoves)}."),
            StepKind.Bake => new("bakeStarted", $"Baking for {step.Duration.TotalSeconds:0.###} s."),
            StepKind.Retire => new("retiring", $"Terminating {Count(deployment, -Math.Min(oldMoves, newMoves), oldMoves)}."),
        };
    }

    /// <summary>
    /// Returns the line for what ended before the next step begins; null at the start of a rollback, which has its own line.
    /// </summary>
    public static JournalLine? Ended(Deployment deployment)
    {
        if (deployment.Step is not { } step)
        {
            return deployment.Rollback is null ? new("started", $"{deployment.Trigger}: {deployment.Forward}.") : null;
        }

        var (oldMoves, newMoves, _) = Moves(deployment);
        return step.Kind switch
        {
            StepKind.Launch =>
                new JournalLine("launched", $"{Count(deployment, Math.Max(oldMoves, newMoves), oldMoves)} are in service."),
            StepKind.Shift => new("shifted", "Traffic has settled."),
            StepKind.Bake => new("bakeEnded", $"Baked for {step.Duration.TotalSeconds:0.###} s."),
            StepKind.Retire => new("retired", $"{Count(deployment, -Math.Min(oldMoves, newMoves), oldMoves)} are gone."),
        };
    }

    public static string Success(Deployment deployment) => deployment.Facts.Success;

    /// <summary>Returns a sentence about the alarms that were in ALARM before the deployment; empty if there are none.</summary>
    public static string FromBefore(IEnumerable<string> alarms) => string.Join(", ", alarms) is { Length: > 0 } names
        ? $" In ALARM before the deployment began: {names}."
        : "";

    // Scaling has only one side, so the text does not name it.
    private static string Count(Deployment deployment, int count, int oldMoves)
    {
        var side = deployment.IsScaling ? "" : oldMoves == 0 ? "new " : "old ";
        return $"{count} {side}{deployment.Facts.Units(count)}";
    }

    private static (int Old, int New, int Active) Moves(Deployment deployment)
    {
        var (after, before) = (deployment.Step!.Targets, deployment.Before);
        return (
            after.Sum(target => target.Old) - before.Sum(target => target.Old),
            after.Sum(target => target.New) - before.Sum(target => target.New),
            after.Sum(target => target.Active) - before.Sum(target => target.Active));
    }
}
