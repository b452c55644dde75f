using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>An alarm is in ALARM before the deployment begins.</summary>
internal static class AlarmAlreadyInAlarm
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject) =>
        from alarm in subject.Alarms
        where alarm.State == AlarmState.Alarm
        select new PreviewWarning(
            "alarmInAlarm",
            WarningRules.FieldOf(alarm, "StateValue"),
            "The alarm is in ALARM now. If it still is when the first wait begins, the deployment rolls back, whatever the new fleet does.",
            "Find out why it is in ALARM, and update the endpoint when it is OK.");
}
