using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The time zones of the IANA database inside NodaTime, because the image has no database of its own and a run must not depend on
/// the machine.
/// </summary>
internal static class TimeZones
{
    // The years of cron expressions.
    private static readonly Interval Years = new(Instant.FromUtc(1970, 1, 1, 0, 0), Instant.FromUtc(2200, 1, 1, 0, 0));
    private static readonly ConcurrentDictionary<string, TimeZoneRules> Known = new(StringComparer.Ordinal);

    /// <summary>Returns the rules of a time zone, such as <c>Europe/Berlin</c>; null if there is no such zone.</summary>
    public static TimeZoneRules? Find(string id) => DateTimeZoneProviders.Tzdb.Ids.Contains(id)
        ? Known.GetOrAdd(id, static id => Read(DateTimeZoneProviders.Tzdb[id], id))
        : null;

    private static TimeZoneRules Read(DateTimeZone zone, string id)
    {
        var offsets = zone.GetZoneIntervals(Years, ZoneEqualityComparer.Options.OnlyMatchWallOffset).ToList();
        return new(
            id,
            offsets[0].WallOffset.Seconds,
            [.. offsets.Skip(1).Select(each => new OffsetChange(each.Start.ToUnixTimeSeconds(), each.WallOffset.Seconds))]);
    }
}
