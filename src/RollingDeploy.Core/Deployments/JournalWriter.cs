using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Writes a line to the journal of a deployment, with the current state of the fleets and the monitored alarms.
/// </summary>
internal static class JournalWriter
{
    public static void Write(Deployable subject, DeploymentRecord record, JournalLine line)
    {
        var progressed = new DeploymentProgressed(
            record.Deployment.Id,
            line.Event,
            line.Sentence,
            Snapshot(subject.Current, subject.OldTrafficShare),
            Snapshot(subject.Pending, subject.NewTrafficShare),
            [.. record.Deployment.Alarms.Select(name => new AlarmSnapshot(name, subject.Region.Alarms.Find(name)?.State))]);
        record.Add(subject.Log(progressed));
        subject.Region.DeploymentCounts.Events++;
    }

    private static FleetSnapshot? Snapshot(Fleet? fleet, double share) =>
        fleet is null ? null : new FleetSnapshot(fleet.ConfigName, fleet.Total, fleet.InService, Math.Round(share, 6));
}
