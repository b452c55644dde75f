using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>Texts of somebody else, and durations, as commands print them.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("demo", "demo")]
    [InlineData("<b>[red]é✔", "<b>[red]é✔")]
    [InlineData("\e[2J", "\\u001b[2J")]
    [InlineData("a\r\nb\u009b31m", "a\\u000d\\u000ab\\u009b31m")]
    [InlineData("abc\u202egpj", "abc\\u202egpj")]
    public void Of_ShowsControlCharacters(string text, string printed) => Printable.Of(text).Should().Be(printed);

    [Fact]
    public void Picture_OfMarkup_IsNotRead()
    {
        var lines = Picture.Lines(Picture.Text(("[red]\e[5m[/]", null)), 40);

        lines.Should().ContainSingle().Which.Should().Contain("[red]\\u001b[5m[/]");
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("60s", 60)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("2d", 172_800)]
    [InlineData("0.5s", 0.5)]
    [InlineData("0", 0)]
    public void Read_OfADuration_ReturnsSeconds(string text, double seconds) => Durations.Read("it", text).Should().Be(seconds);

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("-5")]
    [InlineData("5 m")]
    [InlineData("1h30")]
    [InlineData("5ms")]
    [InlineData("1e5")]
    public void Read_OfSomethingElse_SaysWhatIsRight(string text) => FluentActions.Invoking(() => Durations.Read("it", text))
        .Should().Throw<StartUpException>().WithMessage($"it is {text}; it must be a duration such as *");

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(3, "3s")]
    [InlineData(3723, "1h 2m 3s")]
    [InlineData(90_000, "1d 1h")]
    public void Text_OfADuration_HasItsParts(int seconds, string text) =>
        Durations.Text(TimeSpan.FromSeconds(seconds)).Should().Be(text);
}
