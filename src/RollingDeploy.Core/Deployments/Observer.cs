using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Looks at an endpoint for the planner, and writes down what it looked like for the journal.</summary>
internal static class Observer
{
    public static Observation Look(Endpoint endpoint)
    {
        var deployment = endpoint.Running!.Deployment;
        var isGuarded = deployment.IsGuarded;
        return new Observation(
            [.. endpoint.Sizes().Select(variant => Look(endpoint.Current?.Find(variant.Name), endpoint.Pending?.Find(variant.Name)))],
            endpoint.Region.World.Now >= endpoint.TrafficSettlesAt,
            endpoint.Current?.LaunchFailure,
            endpoint.Pending?.LaunchFailure,
            isGuarded ? [.. deployment.Alarms.Select(name => Read(endpoint, name, deployment.FirstShiftAt!.Value))] : []);
    }

    public static void Write(Endpoint endpoint, DeploymentRecord record, JournalLine line)
    {
        record.Add(new JournalEntry(
            endpoint.Region.World.Now,
            line.Event,
            line.Sentence,
            Snapshot(endpoint.Current, endpoint.OldTrafficShare),
            Snapshot(endpoint.Pending, endpoint.NewTrafficShare),
            [.. record.Deployment.Alarms.Select(name => new AlarmSnapshot(name, endpoint.Region.Alarms.GetValueOrDefault(name)?.State))]));
        endpoint.Region.World.Events++;
    }

    private static FleetSnapshot? Snapshot(Fleet? fleet, double share) =>
        fleet is null ? null : new FleetSnapshot(fleet.ConfigName, fleet.Total, fleet.InService, Math.Round(share, 6));

    private static VariantObservation Look(VariantFleet? old, VariantFleet? next) => new(
        old?.Total ?? 0, old?.Live ?? 0, old?.InService ?? 0, next?.Total ?? 0, next?.Live ?? 0, next?.InService ?? 0, next?.Active ?? 0);

    private static AlarmReading Read(Endpoint endpoint, string name, DateTimeOffset since) =>
        endpoint.Region.Alarms.TryGetValue(name, out var alarm)
            ? new AlarmReading(name, true, alarm.WasInAlarmSince(since))
            : new AlarmReading(name, false, false);
}
