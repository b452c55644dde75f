using RollingDeploy.Host.CloudWatch.Alarms;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>The fixed offsets of CloudWatch's user guide, Alarm evaluation window.</summary>
public sealed class FixedOffsetTests
{
    [Theory]
    [InlineData("Z", 0)]
    [InlineData("UTC", 0)]
    [InlineData("GMT", 0)]
    [InlineData("+05:30", 330)]
    [InlineData("-08:00", -480)]
    [InlineData("UTC+05:30", 330)]
    [InlineData("GMT-08:00", -480)]
    [InlineData("", null)]
    [InlineData("05:30", null)]
    [InlineData("+5:30", null)]
    [InlineData("+05:60", null)]
    [InlineData("+19:00", null)]
    [InlineData("UTCZ", null)]
    [InlineData("America/New_York", null)]
    public void Parse_Text_IsTheFixedOffsetInMinutes(string text, int? minutes)
    {
        var offset = FixedOffset.Parse(text);

        offset.Should().Be(minutes is { } size ? TimeSpan.FromMinutes(size) : null);
    }
}
