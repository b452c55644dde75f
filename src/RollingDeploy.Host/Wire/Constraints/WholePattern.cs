using System.Text.RegularExpressions;

#pragma warning disable RS0030 // The one place.

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>
/// A pattern of AWS's model that a whole text must fit. It is matched without backtracking, in time that grows with the text's
/// length and no faster: the text is a stranger's. The build fails on any other regular expression.
/// </summary>
internal sealed class WholePattern
{
    private const string Not = "(?!";

    private readonly Regex _whole;

    // What the text must not begin with; null where the pattern does not say.
    private readonly Regex? _never;

    /// <exception cref="NotSupportedException">It looks around itself anywhere but at its beginning.</exception>
    public WholePattern(string pattern, bool ignoreCase = false)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | (ignoreCase ? RegexOptions.IgnoreCase : 0);
        pattern = Translate(pattern).TrimStart('^');

        // Such as (?!s3:|https:)[a-z:]+, which is two questions that can be asked one after the other.
        if (pattern.StartsWith(Not, StringComparison.Ordinal))
        {
            var end = pattern.IndexOf(')', StringComparison.Ordinal);
            _never = Make($"^(?:{pattern[Not.Length..end]})", options);
            pattern = pattern[(end + 1)..];
        }

        _whole = Make($"^(?:{pattern})\\z", options);
    }

    public bool Fits(string text) => _whole.IsMatch(text) && _never?.IsMatch(text) is not true;

    // What Java has and .NET spells in another way: ASCII digits, a range of code points beyond 16 bits, and the classes of
    // ASCII. The last is the one look back that AWS has: a name of at most 63 characters that does not end in a hyphen.
    private static string Translate(string pattern) => pattern
        .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
        .Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal)
        .Replace(@"[\p{Print}]", @"[\x20-\x7E]", StringComparison.Ordinal)
        .Replace(@"\p{Print}", @"[\x20-\x7E]", StringComparison.Ordinal)
        .Replace(@"\p{ASCII}", @"[\x00-\x7F]", StringComparison.Ordinal)
        .Replace("([a-zA-Z0-9-]){0,62})(?<!-)", "([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)", StringComparison.Ordinal);

    private static Regex Make(string pattern, RegexOptions options) => new(pattern, options);
}
