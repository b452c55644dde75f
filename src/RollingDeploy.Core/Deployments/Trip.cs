using RollingDeploy.Core.Faults;

namespace RollingDeploy.Core.Deployments;

/// <summary>Why the alarms send a deployment back.</summary>
/// <param name="Event">The journal's word for it.</param>
/// <param name="Reason">The FailureReason.</param>
/// <param name="More">What only the journal says.</param>
/// <param name="Fault">The fault that decided it.</param>
internal sealed record Trip(string Event, string Reason, string More = "", FaultKind? Fault = null)
{
    /// <summary>The same for the journal.</summary>
    public JournalLine Line => new(Event, Reason + More);

    /// <summary>
    /// What the alarms say of a deployment; null where they let it go on. Who may not look at them does not know that one of them
    /// is in ALARM, or gone.
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
