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
        if (fleet is null)
        {
            return null;
        }

        var (instances, inService, rounded) = (fleet.Total, fleet.InService, Math.Round(share, 6));
        return last is not null
            && last.ConfigName == fleet.ConfigName
            && last.Instances == instances
            && last.InService == inService
            && last.TrafficShare == rounded
            ? last
            : new FleetSnapshot(fleet.ConfigName, instances, inService, rounded);
    }

    private static ImmutableArray<AlarmSnapshot> Snapshot(
        Region region, ImmutableArray<string> alarms, ImmutableArray<AlarmSnapshot> last)
    {
        var isSame = last.Length == alarms.Length;
        for (var i = 0; isSame && i < alarms.Length; i++)
        {
            isSame = last[i].Name == alarms[i] && last[i].State == StateOf(region, alarms[i]);
        }

        return isSame ? last : [.. alarms.Select(name => new AlarmSnapshot(name, StateOf(region, name)))];
    }

    private static AlarmState? StateOf(Region region, string alarm) => region.Alarms.Find(alarm)?.State;
}
