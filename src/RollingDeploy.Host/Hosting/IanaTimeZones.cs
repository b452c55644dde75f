using NodaTime;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The time zones of the IANA database in NodaTime, which is a part of this program and the same on every machine.
/// </summary>
internal sealed class IanaTimeZones : ITimeZones
{
    /// <summary>Returns whether there is a zone with this name.</summary>
    public static bool Contains(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    public TimeSpan? OffsetAt(string zone, DateTimeOffset moment) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)?.GetUtcOffset(Instant.FromDateTimeOffset(moment)).ToTimeSpan();
}
