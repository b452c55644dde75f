using System.Text;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// As much of somebody else's text as a message shows. A text is cut before anything else is done with it: a body may be one name
/// of sixteen megabytes.
/// </summary>
internal static class Excerpt
{
    /// <summary>How many characters of a name or a value a message shows, where AWS does not say.</summary>
    public const int Usual = 200;

    private const string More = "...";

    /// <summary>The first <paramref name="most"/> characters; dots stand for the others.</summary>
    public static string Of(string text, int most = Usual) => text.Length <= most ? text : string.Concat(Cut(text, most), More);

    /// <summary>The same of a text in UTF-8: only what is shown is decoded.</summary>
    public static string Of(ReadOnlySpan<byte> text, int most = Usual)
    {
        // A character takes four bytes at most. One that is cut in two is decoded as U+FFFD, and is beyond what is shown.
        var longest = (most + 1) * 4;
        return Of(Encoding.UTF8.GetString(text.Length <= longest ? text : text[..longest]), most);
    }

    /// <summary>The first <paramref name="most"/> characters, or one less: no character is cut in two.</summary>
    public static ReadOnlySpan<char> Cut(string text, int most) =>
        text.Length <= most ? text : text.AsSpan(0, most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most);
}
