namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Aligns periods with the clock of a time zone: with the full hour, with midnight, or with Monday (CloudWatch user guide, Alarm
/// evaluation window).
/// </summary>
/// <param name="Zone">The time zone.</param>
public sealed record WallClock(TimeZoneRules Zone)
{
    private const int DayInSeconds = 86_400;

    // Monday of a week, in local time. All shorter periods are multiples from here too.
    private static readonly DateTime Monday = new(2001, 1, 1);

    /// <summary>The periods that can be aligned, in seconds.</summary>
    public static IReadOnlyList<int> Periods { get; } = [60, 300, 3600, DayInSeconds, 604_800];

    /// <summary>
    /// Returns the latest start of a period at or before <paramref name="moment"/>. Clocks that are changed make a day longer or
    /// shorter: 23 hours in New York on 2026-03-08.
    /// </summary>
    internal DateTimeOffset StartAt(DateTimeOffset moment, int periodInSeconds)
    {
        var local = Zone.LocalAt(moment);
        var start = local.AddTicks(-((local - Monday).Ticks % (periodInSeconds * TimeSpan.TicksPerSecond)));

        // A day begins at its first midnight. An hour that a clock shows twice is two periods, so its offset is kept.
        return periodInSeconds >= DayInSeconds ? Zone.MomentOf(start) : SameHour(start, Zone.OffsetAt(moment));
    }

    // The offset at the start is another one if the clock was changed since. If the change left the start out, the period begins
    // with the change.
    private DateTimeOffset SameHour(DateTime start, TimeSpan offset) => At(start, Zone.OffsetAt(At(start, offset)));

    private static DateTimeOffset At(DateTime local, TimeSpan offset) => new(local - offset, TimeSpan.Zero);
}
