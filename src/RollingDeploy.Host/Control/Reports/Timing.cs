using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Host.Control.Reports;

/// <summary>A step as it ran.</summary>
/// <param name="Name">What it changed, such as <c>launch 2</c>.</param>
/// <param name="IsRollback">Whether it belongs to the rollback.</param>
/// <param name="Start">When it started, in seconds from the start of the deployment.</param>
/// <param name="End">When it ended.</param>
internal sealed record TimedStep(string Name, bool IsRollback, double Start, double End);

/// <summary>What can be measured in the journal of a deployment.</summary>
internal static class Timing
{
    // The events with which the steps of a plan begin, in its order.
    private static readonly HashSet<string> Begins =
        new(["launching", "shifting", "shiftingBack", "bakeStarted", "retiring"], StringComparer.Ordinal);

    /// <summary>Returns the steps that began.</summary>
    public static List<TimedStep> Steps(DeploymentRecord record)
    {
        var deployment = record.Deployment;
        var begun = record.Journal.Where(entry => Begins.Contains(entry.Event)).Select(entry => entry.Time).ToList();
        var forward = Math.Min(deployment.TurnedBackAfter ?? begun.Count, begun.Count);
        return [.. begun.Select((time, i) => new TimedStep(
            i < forward ? deployment.Forward.Describe(i) : deployment.Rollback!.Describe(i - forward),
            i >= forward,
            Seconds(deployment, time),
            Seconds(deployment, i + 1 < begun.Count ? begun[i + 1] : deployment.EndedAt!.Value)))];
    }

    /// <summary>Returns the time from the start of the deployment.</summary>
    public static double Seconds(Deployment deployment, DateTimeOffset time) => (time - deployment.StartedAt).TotalSeconds;

    /// <summary>Returns the most instances at any time.</summary>
    public static int Peak(DeploymentRecord record) => record.Journal.Max(Instances);

    /// <summary>
    /// Returns the time of all instances together, in hours. Between two entries, their number is that of the first.
    /// </summary>
    public static double InstanceHours(DeploymentRecord record)
    {
        var journal = record.Journal;
        return Enumerable.Range(0, Math.Max(0, journal.Count - 1))
            .Sum(i => (journal[i + 1].Time - journal[i].Time).TotalHours * Instances(journal[i]));
    }

    private static int Instances(JournalEntry entry) => (entry.Old?.Instances ?? 0) + (entry.New?.Instances ?? 0);
}
