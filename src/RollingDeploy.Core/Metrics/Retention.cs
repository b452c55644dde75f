namespace RollingDeploy.Core.Metrics;

/// <summary>
/// The retention of data (user guide, metrics retention). Data is kept at each resolution for some time, and then aggregated to
/// the next coarser one.
/// </summary>
public static class Retention
{
    /// <summary>The resolutions in seconds, finest first.</summary>
    internal static readonly int[] Resolutions = [1, 10, 60, 300, 3600];

    private static readonly TimeSpan[] Kept =
        [TimeSpan.FromHours(3), TimeSpan.FromHours(3), TimeSpan.FromDays(15), TimeSpan.FromDays(63), TimeSpan.FromDays(455)];

    /// <summary>Returns the oldest second that is kept at the resolution with the index <paramref name="tier"/>.</summary>
    internal static long Oldest(int tier, DateTimeOffset now) => (now - Kept[tier]).ToUnixTimeSeconds();

    /// <summary>Returns the index of the resolution for a period: the coarsest one that is not coarser than the period.</summary>
    internal static int TierOf(int periodInSeconds) => Array.FindLastIndex(Resolutions, each => each <= periodInSeconds);

    /// <summary>
    /// Returns the start of the periods of a query (API reference, GetMetricData). StartTime is rounded down to a minute, after
    /// 15 days to five minutes, and after 63 days to an hour. If the period is less than a minute, it is rounded down to the
    /// period.
    /// </summary>
    public static DateTimeOffset RoundStart(DateTimeOffset start, DateTimeOffset now, int periodInSeconds)
    {
        var age = now - start;
        var seconds = periodInSeconds < 60 ? periodInSeconds : age < Kept[2] ? 60 : age < Kept[3] ? 300 : 3600;
        var second = start.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - (((second % seconds) + seconds) % seconds));
    }
}
