namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Aligns periods with the clock of a time zone: with the full hour, with midnight, or with Monday (CloudWatch user guide, Alarm
/// evaluation window).
/// </summary>
/// <param name="TimeZone">The name of the time zone, or a fixed offset.</param>
public sealed record WallClock(string TimeZone)
{
    // Monday of a week, in local time. All shorter periods are multiples from here too.
    private static readonly DateTime Monday = new(2001, 1, 1);

    /// <summary>The periods that can be aligned, in seconds.</summary>
    public static IReadOnlyList<int> Periods { get; } = [60, 300, 3600, 86_400, 604_800];

    /// <summary>
    /// Returns the latest start of a period at or before <paramref name="moment"/>. Clocks that are changed make a day longer or
    /// shorter: 23 hours in New York on 2026-03-08.
    /// </summary>
    internal DateTimeOffset StartAt(DateTimeOffset moment, int periodInSeconds, ITimeZones zones)
    {
        var offset = OffsetAt(moment, zones);
        var local = (moment + offset).UtcDateTime;
        var start = local - TimeSpan.FromSeconds((long)(local - Monday).TotalSeconds % periodInSeconds);
        start = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerSecond));

        // The offset at the start may be another one, if the clock was changed since. If the start is a local time that the
        // change left out, the period begins with the change.
        var before = OffsetAt(At(start, offset), zones);
        return before == offset ? Earliest(start, offset, periodInSeconds, zones) : At(start, before);
    }

    // A day that has midnight twice, because the clock was set back to it, begins at the first one.
    private DateTimeOffset Earliest(DateTime start, TimeSpan offset, int periodInSeconds, ITimeZones zones)
    {
        var found = At(start, offset);
        if (periodInSeconds < 86_400)
        {
            return found;
        }

        var earlier = OffsetAt(found.AddHours(-3), zones);
        return earlier > offset && OffsetAt(At(start, earlier), zones) == earlier ? At(start, earlier) : found;
    }

    private static DateTimeOffset At(DateTime local, TimeSpan offset) => new(local - offset, TimeSpan.Zero);

    // The zone was checked when the alarm was put.
    private TimeSpan OffsetAt(DateTimeOffset moment, ITimeZones zones) =>
        FixedOffset.Parse(TimeZone) ?? zones.OffsetAt(TimeZone, moment) ?? TimeSpan.Zero;
}
