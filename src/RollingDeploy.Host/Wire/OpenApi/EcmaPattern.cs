using System.Text;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Translates patterns of AWS's models from Java's syntax to that of ECMAScript with the flag <c>u</c>. JSON Schema requires this
/// syntax, and tools compile it.
/// </summary>
internal static class EcmaPattern
{
    // With the flag u, ECMAScript allows a backslash only before these characters, and before letters that have a meaning.
    private const string SyntaxCharacters = @"^$\.*+?()[]{}|/";

    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        [@"\p{Print}"] = @"\x20-\x7E",
        [@"\p{Graph}"] = @"\x21-\x7E",
        [@"\p{ASCII}"] = @"\x00-\x7F",
        [@"\p{Alnum}"] = "0-9A-Za-z",
        [@"\p{Alpha}"] = "A-Za-z",
        [@"\p{Digit}"] = "0-9",
        [@"\p{Upper}"] = "A-Z",
        [@"\p{Lower}"] = "a-z",
    };

    /// <summary>
    /// Translates a pattern. In JSON Schema a pattern matches a part of a string, but in AWS's models the whole string.
    /// </summary>
    public static string Whole(string pattern) => $"^(?:{Translate(pattern)})$";

    private static string Translate(string pattern)
    {
        var text = new StringBuilder();
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                var escape = EscapeAt(pattern, i);
                text.Append(Translate(escape, isInClass));
                i += escape.Length - 1;
                continue;
            }

            isInClass = pattern[i] == '[' || (isInClass && pattern[i] != ']');
            text.Append(pattern[i]);
        }

        return text.ToString();
    }

    private static string EscapeAt(string pattern, int start) => pattern.AsSpan(start) switch
    {
        ['\\', 'p' or 'P', '{', ..] => pattern[start..(pattern.IndexOf('}', start) + 1)],
        _ => pattern[start..Math.Min(start + 2, pattern.Length)],
    };

    private static string Translate(string escape, bool isInClass) =>
        escape is @"\A" ? "^"
        : escape is @"\z" or @"\Z" ? "$"
        : Classes.TryGetValue(escape, out var range) ? (isInClass ? range : $"[{range}]")
        : escape is ['\\', var letter] && IsIdle(letter, isInClass) ? letter.ToString()
        : escape;

    private static bool IsIdle(char letter, bool isInClass) =>
        !char.IsAsciiLetterOrDigit(letter) && !SyntaxCharacters.Contains(letter) && !(isInClass && letter == '-');
}
