namespace RollingDeploy.Core.Resources;

/// <summary>A filter for a time; null for no bound.</summary>
/// <param name="After">The lower bound, which is inclusive.</param>
/// <param name="Before">The upper bound, which is exclusive.</param>
public sealed record TimeWindow(DateTimeOffset? After, DateTimeOffset? Before)
{
    /// <summary>No bounds.</summary>
    public static TimeWindow Any { get; } = new(null, null);

    internal bool HasBothBounds => After is not null && Before is not null;

    internal bool IsOpen => After is null && Before is null;

    private readonly long _from = After?.UtcTicks ?? long.MinValue;
    private readonly long _to = Before?.UtcTicks ?? long.MaxValue;

    internal bool Contains(long ticks) => ticks >= _from && ticks < _to;

    /// <summary>Returns whether a time in the range can match.</summary>
    internal bool Meets(TimeExtent extent) => extent.Latest >= _from && extent.Earliest < _to;
}

/// <summary>The earliest and the latest of several times, in ticks.</summary>
internal readonly record struct TimeExtent(long Earliest, long Latest)
{
    public static TimeExtent At(long ticks) => new(ticks, ticks);

    public bool EndsAt(long ticks) => ticks == Earliest || ticks == Latest;

    public TimeExtent With(long ticks) => With(At(ticks));

    public TimeExtent With(TimeExtent other) => new(Math.Min(Earliest, other.Earliest), Math.Max(Latest, other.Latest));
}
