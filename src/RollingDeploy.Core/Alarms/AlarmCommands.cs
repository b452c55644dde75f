using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms;

/// <summary>Makes an alarm, or replaces all of its configuration; then it is evaluated at once.</summary>
public sealed record PutMetricAlarm(string Region, string Name, AlarmConfiguration Configuration, string Document)
    : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (region.Alarms.TryGetValue(Name, out var alarm))
        {
            alarm.Put(Configuration, Document, region.World.Now);
        }
        else
        {
            alarm = new Alarm(Name, Configuration, Document, region.World.Now);
            region.Alarms.Add(Name, alarm);
        }

        AlarmWatch.Begin(region, alarm);
        return Arn.Alarm(region, Name);
    }
}

/// <summary>Sets an alarm's state until its next evaluation.</summary>
public sealed record SetAlarmState(string Region, string Name, AlarmState State, string Reason, string? ReasonData)
    : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (!region.Alarms.TryGetValue(Name, out var alarm))
        {
            throw Faults.AlarmNotFound();
        }

        alarm.Enter(State, Reason, ReasonData, region.World.Now);
        return Arn.Alarm(region, Name);
    }
}

/// <summary>Deletes alarms; names that are not there are passed over. Its result is how many there were.</summary>
public sealed record DeleteAlarms(string Region, ImmutableArray<string> Names) : Command<int>(Region)
{
    /// <inheritdoc/>
    protected internal override int Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Names.Count(region.Alarms.Remove);
    }
}

/// <summary>Adds data to metrics. Every datum was checked before; its result is how many there were.</summary>
public sealed record PutMetricData(string Region, ImmutableArray<Datum> Data) : Command<int>(Region)
{
    /// <inheritdoc/>
    protected internal override int Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        foreach (var datum in Data)
        {
            region.Metrics.Add(datum, region.World.Now);
        }

        return Data.Length;
    }
}
