using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Keeps the actions of a composite alarm back (user guide, alarm suppression). On going into ALARM they wait for the
/// suppressor; while it is in ALARM, and for the extension after, they are kept; then those of the present state are carried out.
/// </summary>
internal static class Suppression
{
    /// <summary>
    /// A composite alarm has changed its state, or was put with another suppressor while its actions were kept back.
    /// </summary>
    public static void StateChanged(Region region, CompositeAlarm alarm)
    {
        if (alarm.Suppressor is null)
        {
            Release(region, alarm);
            return;
        }

        var isKept = alarm.SuppressedBy is SuppressedBy.Alarm or SuppressedBy.ExtensionPeriod;
        if (IsSuppressing(region, alarm))
        {
            alarm.Suppress(SuppressedBy.Alarm, null);
        }
        else if (alarm.State == AlarmState.Alarm && !isKept && alarm.Suppressor.WaitPeriod > TimeSpan.Zero)
        {
            KeepFor(region, alarm, SuppressedBy.WaitPeriod, alarm.Suppressor.WaitPeriod);
        }
        else if (!isKept)
        {
            Release(region, alarm);
        }
    }

    /// <summary>The state of an alarm has changed that may be somebody's suppressor.</summary>
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

    /// <summary>A wait or an extension may be over; an alarm that is not kept back any more is passed over.</summary>
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
