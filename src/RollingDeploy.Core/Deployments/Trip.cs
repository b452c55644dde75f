using RollingDeploy.Core.Faults;

namespace RollingDeploy.Core.Deployments;

/// <summary>The reason why alarms cause a rollback.</summary>
/// <param name="Event">The name of the event in the journal.</param>
/// <param name="Reason">The FailureReason.</param>
/// <param name="More">A text that is only in the journal.</param>
/// <param name="Fault">The fault that caused it; null if there is none.</param>
internal sealed record Trip(string Event, string Reason, string More = "", FaultKind? Fault = null)
{
    /// <summary>The line for the journal.</summary>
    public JournalLine Line => new(Event, Reason + More);

    /// <summary>
    /// Returns the reason for a rollback; null if the alarms do not require one. Without the permission to describe alarms, their
    /// states are not known, so this is checked first.
    /// </summary>
    public static Trip? Of(Deployment deployment, Observation observation)
    {
        var noun = deployment.Facts.Noun;
        var alarms = observation.Alarms;
        if (observation.AreAlarmsDenied && !alarms.IsEmpty)
        {
            var denied = FailureReasons.AlarmsDenied(noun, alarms.Select(alarm => alarm.Name));
            return new("alarmsDenied", denied, Fault: FaultKind.AlarmPermissionDenied);
        }

        if (alarms.Any(alarm => alarm.Tripped))
        {
            var tripped = alarms.Where(alarm => alarm.Tripped).ToList();
            return new(
                "alarmTripped",
                FailureReasons.AlarmTripped(noun, tripped.Select(alarm => alarm.Name)),
                Describe.FromBefore(tripped.Where(alarm => alarm.IsFromBefore).Select(alarm => alarm.Name)));
        }

        var gone = alarms.Where(alarm => !alarm.Exists).Select(alarm => alarm.Name).ToList();
        return gone.Count > 0 ? new("alarmGone", FailureReasons.AlarmGone(noun, gone)) : null;
    }
}
