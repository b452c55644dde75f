using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>Reads the state of an endpoint or an inference component for the planner. It changes nothing.</summary>
internal static class Observer
{
    public static Observation Look(Deployable subject)
    {
        var deployment = subject.Running!.Deployment;
        var isGuarded = deployment.IsGuarded;
        return new Observation(
            [.. deployment.VariantNames.Select(name => Look(subject.Current?.Find(name), subject.Pending?.Find(name)))],
            subject.Region.Now >= subject.TrafficSettlesAt,
            subject.Current?.LaunchFailure,
            subject.Pending?.LaunchFailure,
            isGuarded ? [.. deployment.Alarms.Select(name => Read(subject, name, deployment))] : [])
        {
            AreAlarmsDenied = isGuarded && subject.Region.Faults.WouldStrike(FaultKind.AlarmPermissionDenied, subject.Place),
        };
    }

    private static VariantObservation Look(VariantFleet? old, VariantFleet? next) => new(
        old?.Total ?? 0, old?.Live ?? 0, old?.InService ?? 0, next?.Total ?? 0, next?.Live ?? 0, next?.InService ?? 0,
        next?.ActiveTarget ?? 0);

    /// <summary>Returns the alarms that are in ALARM now.</summary>
    public static ImmutableArray<string> InAlarm(Region region, ImmutableArray<string> names) =>
        [.. names.Where(name => region.Alarms.Find(name)?.State == AlarmState.Alarm)];

    // An alarm that was deleted and created again with the same name is another alarm without the history of the first one.
    private static AlarmReading Read(Deployable subject, string name, Deployment deployment) =>
        subject.Region.Alarms.Find(name) is { } alarm && alarm.CreatedAt <= deployment.StartedAt
            ? new AlarmReading(name, true, alarm.WasInAlarmSince(deployment.FirstShiftAt!.Value))
            {
                IsFromBefore = deployment.AlarmsBefore.Contains(name) && alarm.EnteredAlarmAt <= deployment.StartedAt,
            }
            : new AlarmReading(name, false, false);
}
