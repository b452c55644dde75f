using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>The rules of time zones in the years of the tests, from the IANA database.</summary>
internal static class Zones
{
    /// <summary>An hour forward on 2026-03-08 at 02:00, and back on 2026-11-01 at 02:00.</summary>
    public static readonly TimeZoneRules NewYork = Of(
        "America/New_York", -5 * 60, ("2026-03-08T07:00Z", -4 * 60), ("2026-11-01T06:00Z", -5 * 60), ("2027-03-14T07:00Z", -4 * 60));

    /// <summary>Half an hour back on 2026-04-05 at 02:00, and forward on 2026-10-04 at 02:00.</summary>
    public static readonly TimeZoneRules LordHowe = Of(
        "Australia/Lord_Howe", 11 * 60, ("2026-04-04T15:00Z", (10 * 60) + 30), ("2026-10-03T15:30Z", 11 * 60));

    /// <summary>An hour forward on 2026-03-08 at midnight, so that this day begins at 01:00.</summary>
    public static readonly TimeZoneRules Havana = Of(
        "America/Havana", -5 * 60, ("2026-03-08T05:00Z", -4 * 60), ("2026-11-01T05:00Z", -5 * 60));

    /// <summary>Without 2011-12-30: from the 29th to the 31st at once.</summary>
    public static readonly TimeZoneRules Apia = Of("Pacific/Apia", -10 * 60, ("2011-12-30T10:00Z", 14 * 60));

    /// <summary>An hour back on 2026-06-01 at 01:00, so that this day has midnight twice.</summary>
    public static readonly TimeZoneRules TwoMidnights = Of("two midnights", -4 * 60, ("2026-06-01T05:00Z", -5 * 60));

    public static DateTimeOffset At(string utc) =>
        DateTimeOffset.Parse(
            utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    private static TimeZoneRules Of(string id, int minutes, params (string At, int Minutes)[] changes) => new(
        id, minutes * 60,
        [.. changes.Select(change => new OffsetChange(At(change.At).ToUnixTimeSeconds(), change.Minutes * 60))]);
}
