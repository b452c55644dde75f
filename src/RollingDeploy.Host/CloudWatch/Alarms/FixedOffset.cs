using System.Globalization;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// Reads the fixed offsets that the time zone of an alarm can be: <c>Z</c>, <c>+05:30</c>, <c>UTC+05:30</c> and <c>GMT-08:00</c>
/// (CloudWatch user guide, Alarm evaluation window).
/// </summary>
internal static class FixedOffset
{
    // The largest offset in use is that of Kiritimati, +14:00. ISO 8601 in Java ends at 18 hours.
    private static readonly TimeSpan Largest = TimeSpan.FromHours(18);

    /// <summary>Returns the offset; null if the text is not a fixed offset.</summary>
    public static TimeSpan? Parse(string text)
    {
        var rest = text.StartsWith("UTC", StringComparison.Ordinal) || text.StartsWith("GMT", StringComparison.Ordinal)
            ? text[3..]
            : text;
        if (rest is "" || text is "Z")
        {
            return text is "" ? null : TimeSpan.Zero;
        }

        return rest is ['+' or '-', ..]
            && TimeSpan.TryParseExact(rest[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var size)
            && size <= Largest
            ? rest[0] == '-' ? -size : size
            : null;
    }
}
