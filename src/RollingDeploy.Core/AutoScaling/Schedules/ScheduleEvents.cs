using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>A scheduled action was put.</summary>
public sealed record ScheduledActionPut(string Name, string Schedule, string? Timezone, ScheduledBounds Bounds) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scheduledActionPut";

    /// <inheritdoc/>
    public override string Sentence =>
        $"The scheduled action {Name} sets {Bounds.Text}: {Schedule}{(Timezone is null ? "" : $" in {Timezone}")}.";

    /// <inheritdoc/>
    internal override int Weight => Schedule.Length;
}

/// <summary>A scheduled action was deleted.</summary>
public sealed record ScheduledActionDeleted(string Name) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scheduledActionDeleted";

    /// <inheritdoc/>
    public override string Sentence => $"The scheduled action {Name} was deleted.";
}
