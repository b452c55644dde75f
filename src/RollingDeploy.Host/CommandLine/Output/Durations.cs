using System.Globalization;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>Durations as users write them, such as <c>90</c>, <c>60s</c>, <c>5m</c> or <c>1h30m</c>.</summary>
internal static class Durations
{
    private const double Day = 86_400;

    /// <summary>Reads a duration.</summary>
    /// <exception cref="StartUpException">It is not one.</exception>
    /// <param name="name">The name of the option or the argument, for the message.</param>
    /// <param name="text">The text.</param>
    /// <returns>Seconds.</returns>
    public static double Read(string name, string text) => TryRead(text) is { } seconds
        ? seconds
        : throw new StartUpException(
            $"{name} is {Printable.Of(text)}; it must be a duration such as 90 (seconds), 60s, 5m, 1h30m or 2d.");

    /// <summary>Writes a duration, such as <c>1h 5m 3s</c>. Fractions of a second are rounded.</summary>
    public static string Text(TimeSpan duration)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(Math.Max(0, duration.TotalSeconds)));
        (int Number, char Unit)[] parts = [(whole.Days, 'd'), (whole.Hours, 'h'), (whole.Minutes, 'm'), (whole.Seconds, 's')];
        var text = string.Join(' ', parts.Where(part => part.Number > 0).Select(part => FormattableString.Invariant($"{part.Number}{part.Unit}")));
        return text.Length > 0 ? text : "0s";
    }

    private static double? TryRead(string text)
    {
        var total = 0.0;
        for (var rest = text; rest.Length > 0;)
        {
            var length = rest.TakeWhile(each => char.IsAsciiDigit(each) || each == '.').Count();
            var unit = length == rest.Length ? 's' : rest[length];
            var seconds = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => Day, _ => double.NaN };
            if (!double.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || double.IsNaN(seconds) || (length == rest.Length && length < text.Length))
            {
                return null;
            }

            total += number * seconds;
            rest = rest[Math.Min(length + 1, rest.Length)..];
        }

        return text.Length > 0 ? total : null;
    }
}
