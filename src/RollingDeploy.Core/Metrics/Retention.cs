namespace RollingDeploy.Core.Metrics;

/// <summary>
/// How long data is kept, and how finely (user guide, metrics retention): each resolution for its time, then summed up into
/// the next coarser one.
/// </summary>
public static class Retention
{
    /// <summary>The resolutions in seconds, finest first.</summary>
    internal static readonly int[] Resolutions = [1, 10, 60, 300, 3600];

    private static readonly TimeSpan[] Kept =
        [TimeSpan.FromHours(3), TimeSpan.FromHours(3), TimeSpan.FromDays(15), TimeSpan.FromDays(63), TimeSpan.FromDays(455)];

    /// <summary>The oldest second that is kept at the resolution of <paramref name="tier"/>.</summary>
    internal static long Oldest(int tier, DateTimeOffset now) => (now - Kept[tier]).ToUnixTimeSeconds();

    /// <summary>The tier that holds data for a period: the coarsest that is not coarser than it.</summary>
    internal static int TierOf(int periodInSeconds) => Array.FindLastIndex(Resolutions, each => each <= periodInSeconds);

    /// <summary>
    /// When the periods of a query begin (API reference, GetMetricData): StartTime is rounded down to the minute, beyond 15 days
    /// to five and beyond 63 days to sixty; with a period below a minute, to that period.
    /// </summary>
    public static DateTimeOffset RoundStart(DateTimeOffset start, DateTimeOffset now, int periodInSeconds)
    {
        var age = now - start;
        var seconds = periodInSeconds < 60 ? periodInSeconds : age < Kept[2] ? 60 : age < Kept[3] ? 300 : 3600;
        var second = start.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - (((second % seconds) + seconds) % seconds));
    }
}
