namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>AWS's ScalableTargetAction: the new bounds of a scalable target. Null keeps a bound.</summary>
public sealed record ScheduledBounds(int? Min, int? Max)
{
    /// <summary>The bounds in the texts of AWS's scaling activities.</summary>
    internal string Text => (Min, Max) switch
    {
        ({ } min, { } max) => $"min capacity to {min} and max capacity to {max}",
        ({ } min, null) => $"min capacity to {min}",
        _ => $"max capacity to {Max}",
    };
}

/// <summary>A scheduled action of a scalable target. It sets the bounds of the target at the times of its schedule.</summary>
public sealed class ScheduledAction
{
    internal ScheduledAction(Region region, ScalableTarget target, string name)
    {
        Target = target;
        Name = name;
        CreatedAt = region.Now;

        // All actions of a target have the same UUID (user guide, getting started with scheduled scaling).
        Arn = $"arn:{Kernel.Arn.Partition(region.Name)}:autoscaling:{region.Name}:{region.Account}:scheduledAction:"
            + $"{target.Scheduled.Uuid}:resource/{ScalableResource.Service}/{target.Resource.Id}:scheduledActionName/{name}";
    }

    /// <summary>Restores the action of a snapshot.</summary>
    internal ScheduledAction(Region region, ScalableTarget target, SavedAction saved)
        : this(region, target, saved.Name)
    {
        (CreatedAt, Schedule, Expression) = (saved.CreatedAt, saved.Schedule, ScheduleExpression.Read(saved.Schedule));
        (Zone, Start, End) = (saved.Zone, saved.Start, saved.End);
        (Bounds, NextAt, PutAt) = (saved.Bounds, saved.NextAt, saved.PutAt);
    }

    /// <summary>The scalable target.</summary>
    public ScalableTarget Target { get; }

    /// <summary>The name, which is unique in the target.</summary>
    public string Name { get; }

    /// <summary>The ARN.</summary>
    public string Arn { get; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The owner of its work.</summary>
    public Owner Owner => Target.Owner with { Name = Arn, Type = OwnerType.ScheduledAction };

    /// <summary>The expression of the schedule, as it was put.</summary>
    public string Schedule { get; internal set; } = "";

    /// <summary>The time zone of the schedule; null if none was given, so that it is UTC.</summary>
    public TimeZoneRules? Zone { get; internal set; }

    /// <summary>When the schedule starts; null if it starts at once.</summary>
    public DateTimeOffset? Start { get; internal set; }

    /// <summary>When the schedule ends; null if it does not end.</summary>
    public DateTimeOffset? End { get; internal set; }

    /// <summary>The bounds that it sets.</summary>
    public ScheduledBounds Bounds { get; internal set; } = new(null, null);

    /// <summary>When it runs next; null if it does not run any more.</summary>
    public DateTimeOffset? NextAt { get; internal set; }

    /// <summary>The compiled expression of the schedule.</summary>
    internal ScheduleExpression Expression { get; set; } = null!;

    /// <summary>When it was put last.</summary>
    internal DateTimeOffset PutAt { get; set; }

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedAction Save() => new(Name, CreatedAt, Schedule, Bounds, PutAt, Zone, Start, End, NextAt);

    /// <summary>Works out when it runs after <paramref name="moment"/>.</summary>
    internal void Follow(DateTimeOffset moment) =>
        NextAt = Expression.NextAfter(moment, new(Zone ?? TimeZoneRules.Utc, Start, End, PutAt));
}

/// <summary>The scheduled actions of a scalable target, in the order in which they were created.</summary>
public sealed class ScheduledActions
{
    private readonly List<ScheduledAction> _actions = [];

    /// <summary>The actions.</summary>
    public IReadOnlyList<ScheduledAction> All => _actions;

    /// <summary>The UUID in their ARNs; empty if there was none yet.</summary>
    internal string Uuid { get; set; } = "";

    /// <summary>When the next entry of the schedule is due; null if there is none.</summary>
    internal DateTimeOffset? WakesAt { get; set; }

    internal ScheduledAction? Find(string name) => _actions.Find(action => action.Name == name);

    internal void Add(ScheduledAction action) => _actions.Add(action);

    internal void Remove(ScheduledAction action) => _actions.Remove(action);
}
