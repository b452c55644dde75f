namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>A scheduled action, in a snapshot. Its expression is compiled again when it is read.</summary>
internal sealed record SavedAction(
    string Name,
    DateTimeOffset CreatedAt,
    string Schedule,
    ScheduledBounds Bounds,
    DateTimeOffset PutAt,
    TimeZoneRules? Zone = null,
    DateTimeOffset? Start = null,
    DateTimeOffset? End = null,
    DateTimeOffset? NextAt = null);
