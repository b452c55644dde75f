using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Suppresses the actions of a composite alarm (user guide, alarm suppression). After a change to ALARM, actions wait for the
/// suppressor. They are suppressed while it is in ALARM and during the extension period. Then the actions for the current state
/// run.
/// </summary>
internal static class Suppression
{
    /// <summary>
    /// Runs or suppresses the actions after a change of the state, or after a change of the suppressor while actions were
    /// suppressed.
    /// </summary>
    public static void StateChanged(Region region, CompositeAlarm alarm)
    {
        switch (Next(region, alarm))
        {
            case null:
                Release(region, alarm);
                break;
            case SuppressedBy.WaitPeriod:
                KeepFor(region, alarm, SuppressedBy.WaitPeriod, alarm.Suppressor!.WaitPeriod);
                break;
            case SuppressedBy.Alarm when IsSuppressing(region, alarm):
                alarm.Suppress(SuppressedBy.Alarm, null);
                break;
        }
    }

    /// <summary>Returns what will suppress the actions for the present state; null if nothing will.</summary>
    public static SuppressedBy? Next(Region region, CompositeAlarm? alarm) =>
        alarm?.Suppressor is not { } suppressor ? null
        : IsSuppressing(region, alarm) ? SuppressedBy.Alarm
        : alarm.SuppressedBy is SuppressedBy.Alarm or SuppressedBy.ExtensionPeriod ? alarm.SuppressedBy
        : alarm.State == AlarmState.Alarm && suppressor.WaitPeriod > TimeSpan.Zero ? SuppressedBy.WaitPeriod
        : null;

    /// <summary>Updates the composite alarms that have this alarm as their suppressor, after a change of its state.</summary>
    public static void MayHaveChanged(Region region, string name)
    {
        var kept = region.Alarms.SuppressedBy(name)
            .Select(region.Alarms.Find)
            .OfType<CompositeAlarm>()
            .Where(alarm => alarm.SuppressedBy is not null);
        foreach (var alarm in kept)
        {
            Guard.Run(region, alarm.OwnerIn(region), alarm, SuppressorChanged);
        }
    }

    /// <summary>
    /// Runs the actions after the end of a wait period or extension period. An alarm whose actions are no longer suppressed is
    /// ignored.
    /// </summary>
    public static void TimeIsUp(Region region, string name)
    {
        if (region.Alarms.TryGet<CompositeAlarm>(name, out var alarm) && alarm.SuppressedUntil <= region.Now)
        {
            Guard.Run(region, alarm.OwnerIn(region), alarm, Release);
        }
    }

    private static void SuppressorChanged(Region region, CompositeAlarm alarm)
    {
        if (IsSuppressing(region, alarm))
        {
            alarm.Suppress(SuppressedBy.Alarm, null);
        }
        else if (alarm.SuppressedBy == SuppressedBy.Alarm)
        {
            KeepFor(region, alarm, SuppressedBy.ExtensionPeriod, alarm.Suppressor!.ExtensionPeriod);
        }
    }

    private static void KeepFor(Region region, CompositeAlarm alarm, SuppressedBy by, TimeSpan time)
    {
        var until = region.Now + time;
        alarm.Suppress(by, until);
        region.Schedule.Add(until, DueKind.Suppression, alarm.OwnerIn(region));
    }

    private static void Release(Region region, CompositeAlarm alarm)
    {
        alarm.Suppress(null, null);
        AlarmTransition.Act(region, alarm);
    }

    private static bool IsSuppressing(Region region, CompositeAlarm alarm) =>
        region.Alarms.Find(alarm.Suppressor!.AlarmName)?.State == AlarmState.Alarm;
}
