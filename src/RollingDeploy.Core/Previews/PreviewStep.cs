using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews;

/// <summary>A step of a deployment that would run.</summary>
/// <param name="Step">What it changes, such as <c>launch 2</c>.</param>
/// <param name="Kind">Its type.</param>
/// <param name="StartsAt">When it starts, from the start of the deployment.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Old">The number of old instances after it.</param>
/// <param name="New">The number of new instances after it.</param>
/// <param name="NewTrafficShare">The traffic share of the new fleet after it, from 0 to 1.</param>
public sealed record PreviewStep(
    string Step, StepKind Kind, TimeSpan StartsAt, TimeSpan Duration, int Old, int New, double NewTrafficShare)
{
    /// <summary>Returns the steps of a run, without those of a rollback.</summary>
    internal static IEnumerable<PreviewStep> Of(DeploymentRecord record) =>
        TimedStep.Of(record).Where(step => !step.IsRollback).Select(step => Of(record.Deployment, step));

    private static PreviewStep Of(Deployment deployment, TimedStep step)
    {
        var (kind, targets, _) = deployment.Forward.Steps[step.Index];
        return new(
            deployment.Forward.Describe(step.Index),
            kind,
            step.Start,
            step.End - step.Start,
            targets.Sum(target => target.Old),
            targets.Sum(target => target.New),
            ShareOf(deployment, targets[0]));
    }

    // The targets are those of the first variant. The other variants change in proportion.
    private static double ShareOf(Deployment deployment, Target target) =>
        deployment.Sizes[0].New == 0 ? 1 : (double)target.Active / deployment.Sizes[0].New;
}
