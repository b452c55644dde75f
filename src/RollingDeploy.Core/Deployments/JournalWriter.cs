using System.Collections.Immutable;
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
        var last = record.Last;
        var progressed = new DeploymentProgressed(
            record.Deployment.Id,
            line.Event,
            subject.Region.SharedParts.Sentences.Of(line.Sentence),
            Snapshot(subject.Current, subject.OldTrafficShare, last?.Old),
            Snapshot(subject.Pending, subject.NewTrafficShare, last?.New),
            Snapshot(subject.Region, record.Deployment.Alarms, last?.Alarms ?? []));
        record.Add(subject.Log(progressed));
        subject.Region.DeploymentCounts.Events++;
    }

    // Most lines of a journal have the same fleets and alarms as the line before, so they share them.
    private static FleetSnapshot? Snapshot(Fleet? fleet, double share, FleetSnapshot? last)
    {
        var snapshot = fleet is null
            ? null
            : new FleetSnapshot(fleet.ConfigName, fleet.Total, fleet.InService, Math.Round(share, 6));
        return snapshot == last ? last : snapshot;
    }

    private static ImmutableArray<AlarmSnapshot> Snapshot(
        Region region, ImmutableArray<string> alarms, ImmutableArray<AlarmSnapshot> last)
    {
        ImmutableArray<AlarmSnapshot> snapshots =
            [.. alarms.Select(name => new AlarmSnapshot(name, region.Alarms.Find(name)?.State))];
        return snapshots.AsSpan().SequenceEqual(last.AsSpan()) ? last : snapshots;
    }
}
