using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Changes the state of an alarm, with the history, the actions and the alarms that depend on it. No other class changes states.
/// </summary>
internal static class AlarmTransition
{
    /// <summary>Changes the state. Nothing happens if the alarm is in this state already.</summary>
    public static void Enter(Region region, Alarm alarm, AlarmState state, string reason, string? reasonData)
    {
        if (state == alarm.State)
        {
            return;
        }

        var before = alarm.Current;
        alarm.Enter(new(state, reason, reasonData, region.Now));
        region.AlarmHistory.Add(
            alarm,
            new StateUpdate(before, alarm.Current),
            AlarmFacts.Of(alarm) with { SuppressedBy = Suppression.Next(region, alarm as CompositeAlarm) });
        region.Alarms.NoteChange(alarm.Name);
        region.Tell(new AlarmChanged(alarm.Name));

        // The state has changed even if the work that follows fails.
        Guard.Run(region, alarm.OwnerIn(region), alarm, ActOnEntering);
    }

    private static void ActOnEntering(Region region, Alarm alarm)
    {
        if (alarm is CompositeAlarm { Suppressor: not null } composite)
        {
            Suppression.StateChanged(region, composite);
        }
        else if (alarm is not MetricAlarm { IsWarmingUp: true })
        {
            Act(region, alarm);
        }
    }

    /// <summary>
    /// Repeats the actions of scaling policies. They run every minute while an alarm is in ALARM (cloudwatch.md §3.5).
    /// </summary>
    public static void ActAgain(Region region, Alarm alarm)
    {
        var isFullMinute = region.Now.ToUnixTimeSeconds() % 60 == 0;
        foreach (var action in isFullMinute && RepeatsActions(alarm) ? alarm.Actions.Alarm : [])
        {
            if (IsRepeated(action))
            {
                region.AlarmHistory.Add(alarm, new ActionExecuted(action, alarm.Current));
            }
        }

        region.Tell(new AlarmStays(alarm));
    }

    /// <summary>Returns whether an alarm has actions that are repeated in its present state.</summary>
    public static bool RepeatsActions(Alarm alarm) =>
        alarm is { State: AlarmState.Alarm, Actions.Enabled: true } && alarm.Actions.Alarm.Any(IsRepeated);

    private static bool IsRepeated(string action) => action.Split(':', 4) is [_, _, "autoscaling", _];

    /// <summary>
    /// Runs the actions for the current state of an alarm. Actions are recorded, and scaling policies are executed.
    /// </summary>
    public static void Act(Region region, Alarm alarm)
    {
        foreach (var action in alarm.Actions.Enabled ? alarm.Actions.On(alarm.State) : [])
        {
            if (!ContributorActions.RunsForAlarm(alarm, action))
            {
                continue;
            }

            region.AlarmHistory.Add(alarm, new ActionExecuted(action, alarm.Current));
        }

        region.Tell(new AlarmActs(alarm));
    }
}
