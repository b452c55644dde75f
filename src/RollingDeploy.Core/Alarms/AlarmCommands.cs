using System.Collections.Immutable;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Alarms;

/// <summary>Sets the state of an alarm until its next evaluation.</summary>
public sealed record SetAlarmState(string Region, string Name, AlarmState State, string Reason, string? ReasonData)
    : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var alarm = region.Alarms.Find(Name) ?? throw AlarmErrors.NotFound();
        AlarmTransition.Enter(region, alarm, State, Reason, ReasonData);
        CompositeWatch.Settle(region);
        AlarmWatch.LookAgain(region, alarm);
        return Arn.Alarm(region, Name);
    }
}

/// <summary>
/// Enables or disables the actions of alarms. Names that do not exist are ignored. The result is the number of alarms found.
/// </summary>
public sealed record SetAlarmActions(string Region, ImmutableArray<string> Names, bool Enabled) : Command<int>(Region)
{
    /// <inheritdoc/>
    protected internal override int Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var alarms = Names.Select(region.Alarms.Find).OfType<Alarm>().Distinct().ToList();
        foreach (var alarm in alarms)
        {
            alarm.Actions = alarm.Actions with { Enabled = Enabled };
            AlarmWatch.LookAgain(region, alarm);
        }

        return alarms.Count;
    }
}

/// <summary>
/// Deletes alarms. Names that do not exist are ignored. The result is the number of alarms found. If a composite alarm that is
/// not deleted too depends on one of the alarms, the command is refused and none is deleted.
/// </summary>
public sealed record DeleteAlarms(string Region, ImmutableArray<string> Names) : Command<int>(Region)
{
    /// <inheritdoc/>
    protected internal override int Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var alarms = Names.Select(region.Alarms.Find).OfType<Alarm>().Distinct().ToList();
        Require(region, alarms);
        foreach (var alarm in alarms)
        {
            region.Alarms.Remove(alarm);
            if (alarm is MetricAlarm metric)
            {
                AlarmWaker.Leave(metric);
            }

            region.Tell(new AlarmChanged(alarm.Name));
            region.Quarantine.Remove(alarm.OwnerIn(region));
            region.Tags.Forget(Arn.Alarm(region, alarm.Name));
            region.AlarmHistory.Add(alarm, new AlarmDeleted(alarm.Document));
            Suppression.MayHaveChanged(region, alarm.Name);
        }

        return alarms.Count;
    }

    private static void Require(Region region, List<Alarm> alarms)
    {
        if (alarms.OfType<CompositeAlarm>().Skip(1).Any())
        {
            throw AlarmErrors.MoreThanOneComposite();
        }

        var needed = alarms.Where(
            alarm => region.Alarms.ParentsOf(alarm.Name).Any(parent => alarms.TrueForAll(each => each.Name != parent)));
        if (needed.Select(alarm => alarm.Name).ToList() is { Count: > 0 } names)
        {
            throw AlarmErrors.IsNeeded(names);
        }
    }
}
