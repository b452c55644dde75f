using RollingDeploy.Core.Deployments;

namespace RollingDeploy.Host.Control.Reports;

/// <summary>What can be measured in the journal of a deployment.</summary>
internal static class Timing
{
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
