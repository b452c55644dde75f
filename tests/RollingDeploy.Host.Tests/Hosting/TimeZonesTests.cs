using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>The time zones that the program holds, in the form in which commands hold them.</summary>
public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("UTC", "2026-07-01T00:00Z", 0)]
    [InlineData("Etc/GMT+9", "2026-07-01T00:00Z", -9 * 60)]
    [InlineData("Pacific/Tahiti", "2026-07-01T00:00Z", -10 * 60)]
    [InlineData("Asia/Kolkata", "2026-07-01T00:00Z", 330)]
    [InlineData("America/New_York", "2026-03-08T06:59:59Z", -5 * 60)]
    [InlineData("America/New_York", "2026-03-08T07:00Z", -4 * 60)]
    [InlineData("America/New_York", "2026-11-01T05:59:59Z", -4 * 60)]
    [InlineData("America/New_York", "2026-11-01T06:00Z", -5 * 60)]
    [InlineData("US/Eastern", "2026-07-01T00:00Z", -4 * 60)]
    [InlineData("Europe/Berlin", "2199-07-01T00:00Z", 120)]
    [InlineData("Europe/Berlin", "1970-01-01T00:00Z", 60)]
    [InlineData("Australia/Lord_Howe", "2026-07-01T00:00Z", 630)]
    [InlineData("Australia/Lord_Howe", "2026-12-01T00:00Z", 660)]
    public void Find_Zone_HasItsOffsets(string id, string moment, int minutes)
    {
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        var rules = TimeZones.Find(id)!;

        (rules.LocalAt(at) - at.UtcDateTime).Should().Be(TimeSpan.FromMinutes(minutes));
        rules.Id.Should().Be(id);
        rules.Changes.Select(change => change.At).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Find_ZoneAgain_IsTheSameRules() =>
        TimeZones.Find("Europe/Paris").Should().BeSameAs(TimeZones.Find("Europe/Paris"));

    [Theory]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("europe/berlin")]
    [InlineData("UTC+1")]
    [InlineData("+01:00")]
    public void Find_UnknownZone_IsNull(string id) => TimeZones.Find(id).Should().BeNull();
}
