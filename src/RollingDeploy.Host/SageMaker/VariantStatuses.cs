using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Host.SageMaker.Shapes;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Makes VariantStatus: what a deployment is doing to a variant, with the texts of the message catalogue in
/// deployment-guardrails.md §9. It is derived from the current step, so it always agrees with the deployment.
/// </summary>
internal static class VariantStatuses
{
    public static List<ProductionVariantStatus>? Of(Endpoint endpoint, FleetSide side, string variantName) =>
        Of(endpoint.Running?.Deployment, side, variantName);

    /// <param name="deployment">The running deployment; null if there is none.</param>
    /// <param name="side">The side of the variant.</param>
    /// <param name="variantName">The name of the variant.</param>
    public static List<ProductionVariantStatus>? Of(Deployment? deployment, FleetSide side, string variantName)
    {
        if (deployment is not { Step: { } step })
        {
            return null;
        }

        var index = deployment.VariantNames.IndexOf(variantName);
        var (before, after) = (deployment.Before[index], step.Targets[index]);
        var status = deployment.IsScaling ? Scaling(deployment, deployment.Sizes[index])
            : deployment.Rollback is null ? Forward(deployment, step, before, after, deployment.Sizes[index].New)
            : Back(step, before, after);
        return status is { } shown && shown.Side == side
            ? [new() { Status = shown.Status, StatusMessage = shown.Message, StartTime = deployment.StepStartedAt }]
            : null;
    }

    private static (FleetSide Side, string Status, string Message)? Forward(
        Deployment deployment, Step step, Target before, Target after, int full)
    {
        var strategy = DeploymentStrategy.Of(deployment.Policy);
        var capacity = after.Active < full ? strategy.PartialCapacity : strategy.WholeCapacity;
        return step.Kind switch
        {
            StepKind.Launch => after.New == before.New
                ? null
                : (FleetSide.New, "Creating", $"Launching {after.New - before.New} instance(s)."),
            StepKind.Shift => after.Active == before.Active
                ? null
                : (FleetSide.New, "ActivatingTraffic",
                    $"Activating traffic on {capacity} of {(capacity == "full capacity" ? full : after.Active - before.Active)} instance(s)."),
            StepKind.Bake => full == 0
                ? null
                : (FleetSide.New, "Baking",
                    $"Baking for {step.Duration.TotalSeconds:0} seconds ({Wait(deployment)}) "
                    + $"with traffic enabled on {capacity} of {after.Active} instance(s)."),
            StepKind.Retire => after.Old == before.Old
                ? null
                : (FleetSide.Old, "Deleting", $"Terminating {before.Old - after.Old} instance(s)."),
        };
    }

    private static (FleetSide Side, string Status, string Message)? Scaling(Deployment deployment, VariantSize size)
    {
        var (from, to) = deployment.Rollback is null ? (size.Old, size.New) : (size.New, size.Old);
        return from == to
            ? null
            : (FleetSide.Old, "Updating", $"Scaling {(to > from ? "out" : "in")} desired instance count to {to}.");
    }

    private static (FleetSide Side, string Status, string Message)? Back(Step step, Target before, Target after) =>
        step.Kind switch
        {
            StepKind.Launch => after.Old == before.Old
                ? null
                : (FleetSide.Old, "Updating", $"Launching {after.Old - before.Old} instance(s)."),
            StepKind.Shift => after.Active == before.Active
                ? null
                : (FleetSide.Old, "ActivatingTraffic", $"Activating traffic on full capacity of {after.Old} instance(s)."),
            StepKind.Retire => after.New == before.New
                ? null
                : (FleetSide.New, "Deleting", $"Terminating {before.New - after.New} instance(s)."),
            StepKind.Bake => null,
        };

    // The last bake of a blue/green deployment is the termination wait. Other bakes are the interval between two shifts.
    private static string Wait(Deployment deployment)
    {
        var next = deployment.Plan.Steps.ElementAtOrDefault(deployment.StepIndex + 1);
        return deployment.Policy != DeploymentPolicy.Rolling && (next is null || next.Kind == StepKind.Retire)
            ? "TerminationWaitInSeconds"
            : "WaitIntervalInSeconds";
    }
}
