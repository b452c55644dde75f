using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Terminal;

namespace RollingDeploy.Host.Tests.Terminal;

public sealed class LineFormatterTests
{
    private static readonly TimeProvider Noon = new NoonInUtc();
    private static readonly Paint Plain = new(isOn: false);

    private readonly Launch _started = new() { HasStarted = true };

    [Theory]
    [InlineData(LogLevel.Information, "12:00:00 Hello.\n")]
    [InlineData(LogLevel.Debug, "12:00:00 debug Hello.\n")]
    [InlineData(LogLevel.Warning, "12:00:00 warning Hello.\n")]
    [InlineData(LogLevel.Error, "12:00:00 error Hello.\n")]
    public void Write_OfAMessage_IsOneLine(LogLevel level, string line) => Written(Plain, level, "Hello.").Should().Be(line);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u001bb")]
    [InlineData("a\u009bb")]
    [InlineData("a\u2028b")]
    public void Write_OfControlCharacters_ReplacesThem(string message) =>
        Written(Plain, LogLevel.Information, message).Should().Be("12:00:00 a b\n");

    [Fact]
    public void Write_OfABanner_IsTheBanner() =>
        Written(Plain, LogLevel.Information, "One\nTwo", id: new EventId(1, Banner.Event)).Should().Be("One\nTwo\n");

    [Fact]
    public void Write_OfAnError_HasTheStackTrace() =>
        Written(Plain, LogLevel.Error, "It failed.", new InvalidOperationException("why")).Should().Be(
            "12:00:00 error It failed.\nSystem.InvalidOperationException: why\n");

    [Fact]
    public void Write_OfWhatKeepsKestrelFromStarting_IsLeftToTheSentence() =>
        Written(Plain, LogLevel.Critical, "Unable to start Kestrel.", new IOException(), category: "Microsoft.AspNetCore.Server.Kestrel", launch: new Launch())
            .Should().BeEmpty();

    [Fact]
    public void Write_OfAFailureBeforeTheStart_IsNotHidden() =>
        Written(Plain, LogLevel.Error, "It failed.", new IOException("why"), category: "Microsoft.Extensions.Hosting.Internal.Host", launch: new Launch())
            .Should().Contain("It failed.");

    [Fact]
    public void Write_ToATerminal_HasColours()
    {
        var on = new Paint(isOn: true);

        Written(on, LogLevel.Warning, "Hello.").Should().Be("\e[2m12:00:00\e[0m \e[33mwarning\e[0m Hello.\n");
        Written(on, LogLevel.Information, "Hello.", id: new EventId(1, Lines.Refused)).Should().Be("\e[2m12:00:00\e[0m \e[33mHello.\e[0m\n");
    }

    [Theory]
    [InlineData(false, null, "xterm", true)]
    [InlineData(false, "", null, true)]
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, null, "dumb", false)]
    [InlineData(true, null, "xterm", false)]
    public void Paint_OfATerminal_RespectsWhatItIs(bool isRedirected, string? noColor, string? terminal, bool paints)
    {
        var writer = new StringWriter();

        Paint.Of(isRedirected, name => name == "NO_COLOR" ? noColor : terminal).Write(writer, Paint.Red, "x");

        writer.ToString().Should().Be(paints ? "\e[31mx\e[0m" : "x");
    }

    private string Written(
        Paint paint, LogLevel level, string message, Exception? exception =
            null, EventId id = default, string category = "RollingDeploy", Launch? launch = null)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(level, category, id, message, exception, (state, _) => state);
        new LineFormatter(launch ?? _started, Noon, paint).Write(entry, null, writer);
        return writer.ToString().Replace(Environment.NewLine, "\n");
    }

    private sealed class NoonInUtc : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
