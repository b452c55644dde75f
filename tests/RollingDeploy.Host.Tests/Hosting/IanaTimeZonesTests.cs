using System.Globalization;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class IanaTimeZonesTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08T06:59:59Z", -300)]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", -240)]
    [InlineData("Europe/London", "2026-07-01T00:00:00Z", 60)]
    [InlineData("Asia/Kolkata", "2026-07-01T00:00:00Z", 330)]
    [InlineData("Etc/UTC", "2026-07-01T00:00:00Z", 0)]
    public void OffsetAt_ZoneOfTheDatabase_FollowsItsClock(string zone, string moment, int minutes)
    {
        var offset = new IanaTimeZones().OffsetAt(zone, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        offset.Should().Be(TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public void OffsetAt_UnknownZone_IsNull()
    {
        new IanaTimeZones().OffsetAt("Mars/Olympus", DateTimeOffset.UnixEpoch).Should().BeNull();
    }
}
