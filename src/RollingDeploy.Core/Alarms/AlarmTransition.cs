using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// The one place where an alarm changes its state: with its history, its actions, and word to those that depend on it.
/// </summary>
internal static class AlarmTransition
{
    /// <summary>Enters a state; entering the present one again changes nothing.</summary>
    public static void Enter(Region region, Alarm alarm, AlarmState state, string reason, string? reasonData)
    {
        if (state == alarm.State)
        {
            return;
        }

        var before = alarm.Current;
        alarm.Enter(new(state, reason, reasonData, region.Now));
        region.AlarmHistory.Add(alarm, new StateUpdate(before, alarm.Current));
        region.Alarms.NoteChange(alarm.Name);

        // The state is entered, whatever becomes of what follows from it.
        Guard.Run(region, alarm.OwnerIn(region), alarm, ActOnEntering);
    }

    private static void ActOnEntering(Region region, Alarm alarm)
    {
        if (alarm is CompositeAlarm { Suppressor: not null } composite)
        {
            Suppression.StateChanged(region, composite);
        }
        else
        {
            Act(region, alarm);
        }
    }

    /// <summary>The actions of Auto Scaling are repeated every minute while an alarm is in ALARM (cloudwatch.md §3.5).</summary>
    public static void ActAgain(Region region, Alarm alarm)
    {
        var isFullMinute = region.Now.ToUnixTimeSeconds() % 60 == 0;
        foreach (var action in isFullMinute && alarm.State == AlarmState.Alarm
            && alarm.Actions.Enabled ? alarm.Actions.Alarm : [])
        {
            if (action.Split(':', 4) is [_, _, "autoscaling", _])
            {
                region.AlarmHistory.Add(alarm, new ActionExecuted(action, alarm.Current));
            }
        }

        region.Tell(new AlarmStays(alarm));
    }

    /// <summary>Records the actions of an alarm's present state as carried out; those that scale are.</summary>
    public static void Act(Region region, Alarm alarm)
    {
        foreach (var action in alarm.Actions.Enabled ? alarm.Actions.On(alarm.State) : [])
        {
            region.AlarmHistory.Add(alarm, new ActionExecuted(action, alarm.Current));
        }

        region.Tell(new AlarmActs(alarm));
    }
}
