using System.Text;

namespace RollingDeploy.Host.Wording;

/// <summary>
/// Cuts a text of a request to the length that a message shows. It cuts before it does anything else, because a name in a body
/// can have sixteen megabytes.
/// </summary>
internal static class Excerpt
{
    /// <summary>The number of characters of a name or a value that a message shows, unless AWS documents another one.</summary>
    public const int Usual = 200;

    private const string More = "...";

    /// <summary>Returns the first <paramref name="most"/> characters, followed by dots if there are more.</summary>
    public static string Of(string text, int most = Usual) => text.Length <= most ? text : string.Concat(Cut(text, most), More);

    /// <summary>Returns the first <paramref name="most"/> characters of a text in UTF-8. Only these are decoded.</summary>
    public static string Of(ReadOnlySpan<byte> text, int most = Usual)
    {
        // A character has at most four bytes. A character that is cut in two becomes U+FFFD, but only after the shown ones.
        var longest = (most + 1) * 4;
        return Of(Encoding.UTF8.GetString(text.Length <= longest ? text : text[..longest]), most);
    }

    /// <summary>
    /// Returns the first <paramref name="most"/> characters, or one less so that no surrogate pair is cut in two.
    /// </summary>
    public static ReadOnlySpan<char> Cut(string text, int most) =>
        text.Length <= most ? text : text.AsSpan(0, most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most);
}
