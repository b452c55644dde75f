namespace RollingDeploy.Core.Deployments;

/// <summary>The journal's sentences, in one place.</summary>
internal static class Describe
{
    public static JournalLine Begun(Deployment deployment)
    {
        var step = deployment.Step!;
        var (oldMoves, newMoves, activeMoves) = Moves(deployment);
        return step.Kind switch
        {
            StepKind.Launch => new("launching", $"Launching {Math.Max(oldMoves, newMoves)} {Side(deployment, oldMoves)}instance(s)."),
            StepKind.Shift when deployment.IsScaling => new("shifting", "Traffic follows the new weights."),
            StepKind.Shift when activeMoves >= 0 => new("shifting", $"Shifting traffic to {activeMoves} more new instance(s)."),
            StepKind.Shift => new("shiftingBack", $"Shifting traffic back from {-activeMoves} new instance(s)."),
            StepKind.Bake => new("bakeStarted", $"Baking for {step.Duration.TotalSeconds:0.###} s."),
            StepKind.Retire => new("retiring", $"Terminating {-Math.Min(oldMoves, newMoves)} {Side(deployment, oldMoves)}instance(s)."),
            _ => throw new IllegalTransitionException($"deployment {deployment.Id} begins a step of kind {step.Kind}"),
        };
    }

    /// <summary>What ended before the next step begins; null where the way back begins, which has its own line.</summary>
    public static JournalLine? Ended(Deployment deployment)
    {
        if (deployment.Step is not { } step)
        {
            return deployment.Rollback is null ? new("started", $"{deployment.Trigger}: {deployment.Forward}.") : null;
        }

        var (oldMoves, newMoves, _) = Moves(deployment);
        return step.Kind switch
        {
            StepKind.Launch => new JournalLine("launched", $"{Math.Max(oldMoves, newMoves)} {Side(deployment, oldMoves)}instance(s) are in service."),
            StepKind.Shift => new("shifted", "Traffic has settled."),
            StepKind.Bake => new("bakeEnded", $"Baked for {step.Duration.TotalSeconds:0.###} s."),
            StepKind.Retire => new("retired", $"{-Math.Min(oldMoves, newMoves)} {Side(deployment, oldMoves)}instance(s) are gone."),
            _ => throw new IllegalTransitionException($"deployment {deployment.Id} ends a step of kind {step.Kind}"),
        };
    }

    public static string Success(Deployment deployment) => deployment.Trigger switch
    {
        DeploymentTrigger.CreateEndpoint => "The endpoint is in service.",
        DeploymentTrigger.DeleteEndpoint => "The endpoint is gone.",
        DeploymentTrigger.UpdateEndpointWeightsAndCapacities => "Counts and weights are as desired.",
        _ => "All instances are of the new configuration.",
    };

    // Scaling has one side only, so it needs no word.
    private static string Side(Deployment deployment, int oldMoves) =>
        deployment.IsScaling ? "" : oldMoves == 0 ? "new " : "old ";

    private static (int Old, int New, int Active) Moves(Deployment deployment)
    {
        var (after, before) = (deployment.Step!.Targets, deployment.Before);
        return (
            after.Sum(target => target.Old) - before.Sum(target => target.Old),
            after.Sum(target => target.New) - before.Sum(target => target.New),
            after.Sum(target => target.Active) - before.Sum(target => target.Active));
    }
}
