using System.Text.RegularExpressions;

#pragma warning disable RS0030 // The one place.

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>
/// A pattern of AWS's model that a whole text must match. It is matched without backtracking, in time proportional to the length
/// of the text, because callers send the text. The build fails on any other use of regular expressions.
/// </summary>
internal sealed class WholePattern
{
    private const string Not = "(?!";

    private readonly Regex _whole;

    // What the text must not begin with; null if the pattern has no negative lookahead.
    private readonly Regex? _never;

    /// <exception cref="NotSupportedException">The pattern has a lookaround that is not at its beginning, or after a first slash.</exception>
    public WholePattern(string pattern, bool ignoreCase = false)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | (ignoreCase ? RegexOptions.IgnoreCase : 0);
        pattern = Translate(pattern).TrimStart('^');

        // A pattern such as (?!s3:|https:)[a-z:]+ becomes two patterns, which are matched one after the other. Of /(?!x)y, the
        // first one is /x, and the second one is /y.
        var first = pattern.StartsWith('/') ? "/" : "";
        if (pattern.StartsWith(first + Not, StringComparison.Ordinal))
        {
            var rest = pattern[first.Length..];
            var end = EndOfGroup(rest);
            _never = Make($"^{first}(?:{rest[Not.Length..end]})", options);
            pattern = first + rest[(end + 1)..];
        }

        _whole = Make($"^(?:{pattern})\\z", options);
    }

    public bool Fits(string text) => _whole.IsMatch(text) && _never?.IsMatch(text) is not true;

    // Returns the position of the parenthesis that ends the group at the beginning. No pattern of AWS's has a parenthesis that is
    // escaped or in a class before it.
    private static int EndOfGroup(string pattern)
    {
        var (end, depth) = (0, 1);
        while (depth > 0)
        {
            end = pattern.IndexOfAny(['(', ')'], end + 1);
            depth += pattern[end] == '(' ? 1 : -1;
        }

        return end;
    }

    // Translates the parts of Java's syntax that .NET writes differently: ASCII digits and letters, a range of code points beyond
    // 16 bits, and classes of ASCII characters. The last line is AWS's only lookbehind: a name of at most 63 characters without a
    // hyphen at its end.
    private static string Translate(string pattern) => pattern
        .Replace(@"[\d]", "[0-9]", StringComparison.Ordinal)
        .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
        .Replace(@"[\w", "[A-Za-z0-9_", StringComparison.Ordinal)
        .Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal)
        .Replace(@"[\p{Print}]", @"[\x20-\x7E]", StringComparison.Ordinal)
        .Replace(@"\p{Print}", @"[\x20-\x7E]", StringComparison.Ordinal)
        .Replace(@"\p{ASCII}", @"[\x00-\x7F]", StringComparison.Ordinal)
        .Replace("([a-zA-Z0-9-]){0,62})(?<!-)", "([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)", StringComparison.Ordinal);

    private static Regex Make(string pattern, RegexOptions options) => new(pattern, options);
}
