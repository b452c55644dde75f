using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>
/// Creates or updates a scheduled action. An update changes the given members, and deletes start and end times that are not given
/// (API reference, PutScheduledAction). The result is the ARN of the action.
/// </summary>
public sealed record PutScheduledAction(string Region, ScalableKey Key, string Name) : Command<string>(Region)
{
    // AWS's quota: the most scheduled actions of a scalable target.
    private const int Most = 200;

    /// <summary>The expression of the schedule; null keeps it.</summary>
    public string? Schedule { get; init; }

    /// <summary>The rules of the time zone; null keeps them.</summary>
    public TimeZoneRules? Zone { get; init; }

    /// <summary>When the schedule starts; null for no start time.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When the schedule ends; null for no end time.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The bounds; null keeps them.</summary>
    public ScheduledBounds? Bounds { get; init; }

    /// <inheritdoc/>
    protected internal override string Execute(Region region) => Execute(region, Prepare());

    internal override object? Prepare() => Schedule is null ? null : ScheduleExpression.Read(Schedule);

    internal override string Execute(Region region, object? prepared)
    {
        Require(region.Now);
        var target = Key.TargetIn(region) ?? throw ScalingErrors.NotRegistered(Key);
        var present = target.Scheduled.Find(Name);
        var expression = (ScheduleExpression?)prepared ?? present?.Expression ?? throw ScheduleErrors.ScheduleMissing();
        var frame = new ScheduleFrame(Zone ?? present?.Zone ?? TimeZoneRules.Utc, Start, End, region.Now);
        var next = expression.NextAfter(region.Now, frame) ?? throw ScheduleErrors.InThePast(Schedule ?? present!.Schedule);
        var bounds = Bounds ?? present?.Bounds ?? throw ScheduleErrors.BoundsMissing();
        var action = present ?? Add(region, target);
        region.Quarantine.Remove(action.Owner);
        (action.Expression, action.Schedule, action.Zone) = (expression, Schedule ?? action.Schedule, Zone ?? action.Zone);
        (action.Start, action.End, action.Bounds, action.PutAt, action.NextAt) = (Start, End, bounds, region.Now, next);
        var put = new ScheduledActionPut(Name, action.Schedule, action.Zone?.Id, bounds);
        region.Log(SubjectType.ScalableTarget, target.Resource.Id, put);
        ScheduledScaling.Expect(region, target);
        return action.Arn;
    }

    private void Require(DateTimeOffset now)
    {
        if (Bounds is { Min: null, Max: null })
        {
            throw ScheduleErrors.BoundsMissing();
        }

        if (Bounds is { Min: < 0 } or { Max: < 0 })
        {
            throw ScalingErrors.BoundsNegative();
        }

        if (Bounds?.Max < Bounds?.Min)
        {
            throw ScalingErrors.BoundsCrossed();
        }

        if (Start >= End)
        {
            throw ScheduleErrors.EndBeforeStart();
        }

        if (End <= now)
        {
            throw ScheduleErrors.EndInThePast();
        }
    }

    private ScheduledAction Add(Region region, ScalableTarget target)
    {
        var scheduled = target.Scheduled;
        if (scheduled.All.Count >= Most)
        {
            throw ScalingErrors.LimitExceeded("scheduled actions for a scalable target", Most);
        }

        scheduled.Uuid = scheduled.Uuid.Length > 0 ? scheduled.Uuid : region.Scaling.NextUuid();
        var action = new ScheduledAction(region, target, Name);
        scheduled.Add(action);
        return action;
    }
}

/// <summary>Deletes a scheduled action. The result is its ARN.</summary>
public sealed record DeleteScheduledAction(string Region, ScalableKey Key, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var action = Key.TargetIn(region)?.Scheduled.Find(Name) ?? throw ScheduleErrors.ActionNotFound(Key, Name);
        Remove(region, action);
        return action.Arn;
    }

    internal static void Remove(Region region, ScheduledAction action)
    {
        action.Target.Scheduled.Remove(action);
        region.Log(SubjectType.ScalableTarget, action.Target.Resource.Id, new ScheduledActionDeleted(action.Name));
        region.Quarantine.Remove(action.Owner);
    }
}
