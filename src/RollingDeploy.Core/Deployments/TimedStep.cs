using System.Collections.Immutable;

namespace RollingDeploy.Core.Deployments;

/// <summary>A step as it ran. Its times count from the start of the deployment.</summary>
/// <param name="Index">Its index in the plan without a rollback, or in that of the rollback.</param>
/// <param name="IsRollback">Whether it belongs to the rollback.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
public sealed record TimedStep(int Index, bool IsRollback, TimeSpan Start, TimeSpan End)
{
    /// <summary>Returns the steps that began, in their order.</summary>
    /// <param name="record">A deployment that has ended.</param>
    public static ImmutableArray<TimedStep> Of(DeploymentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var deployment = record.Deployment;
        var begun = record.Journal.Where(entry => entry.BeginsStep).Select(entry => entry.Time - deployment.StartedAt).ToList();
        var forward = Math.Min(deployment.TurnedBackAfter ?? begun.Count, begun.Count);
        var end = deployment.EndedAt!.Value - deployment.StartedAt;
        return
        [
            .. begun.Select((start, i) => new TimedStep(
                i < forward ? i : i - forward, i >= forward, start, i + 1 < begun.Count ? begun[i + 1] : end)),
        ];
    }
}
