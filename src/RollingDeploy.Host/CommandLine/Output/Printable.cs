using System.Globalization;
using System.Text;

namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>
/// Makes a text of somebody else safe for a terminal: control characters are shown as <c>\u001b</c> and not run. The same holds
/// for characters that change the direction of text or that are not visible, because they can make a text look like another one.
/// </summary>
internal static class Printable
{
    public static string Of(string? text)
    {
        if (text is null || !text.Any(IsUnsafe))
        {
            return text ?? "";
        }

        var safe = new StringBuilder(text.Length + 8);
        foreach (var each in text)
        {
            _ = IsUnsafe(each) ? safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)each:x4}") : safe.Append(each);
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(char each) => char.GetUnicodeCategory(each) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
