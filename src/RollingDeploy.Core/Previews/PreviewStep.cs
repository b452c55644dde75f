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
    internal static IEnumerable<PreviewStep> Of(TrialRun run)
    {
        var (deployment, plan) = (run.Deployment, run.Deployment.Forward);
        var begun = deployment.TurnedBackAfter ?? run.Begun.Count;
        for (var i = 0; i < begun; i++)
        {
            var end = i + 1 < run.Begun.Count ? run.Begun[i + 1] : run.Duration;
            var targets = plan.Steps[i].Targets;
            yield return new(
                plan.Describe(i),
                plan.Steps[i].Kind,
                run.Begun[i],
                end - run.Begun[i],
                targets.Sum(target => target.Old),
                targets.Sum(target => target.New),
                ShareOf(deployment, targets[0]));
        }
    }

    // The targets are those of the first variant. The other variants change in proportion.
    private static double ShareOf(Deployment deployment, Target target) =>
        deployment.Sizes[0].New == 0 ? 1 : (double)target.Active / deployment.Sizes[0].New;
}
