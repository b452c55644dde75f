using System.Text.RegularExpressions;

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>A regular expression that the whole string must match, in the spelling of AWS's model.</summary>
internal sealed class PatternAttribute(string pattern) : ConstraintAttribute
{
    private readonly Regex _whole = Compile(pattern);

    public string Pattern { get; } = pattern;

    /// <summary>Names were captured with a leading <c>^</c> in AWS's message, other patterns without (sagemaker-endpoints.md §1.2).</summary>
    public bool PrintCaret { get; init; }

    public override string? Violation(object? value) => value is string text && !_whole.IsMatch(text)
        ? $"Member must satisfy regular expression pattern: {(PrintCaret ? "^" : "")}{Pattern}"
        : null;

    // What Java has and .NET spells in another way: a range of code points beyond 16 bits, and the class of ASCII that prints.
    private static string Translate(string pattern) => pattern
        .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
        .Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal)
        .Replace(@"[\p{Print}]", @"[\x20-\x7E]", StringComparison.Ordinal)
        .Replace(@"\p{Print}", @"[\x20-\x7E]", StringComparison.Ordinal)
        .Replace(@"\p{ASCII}", @"[\x00-\x7F]", StringComparison.Ordinal);

    // Linear in the text's length, so that the answer never depends on how busy the machine is. The few patterns that look around
    // themselves cannot be matched that way, and none of them backtracks far. AWS's framework takes \d for ASCII digits, and has
    // names for sets of characters that .NET has not.
    private static Regex Compile(string pattern)
    {
        var whole = $"^(?:{Translate(pattern)})\\z";
        try
        {
            return new Regex(whole, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, RegexOptions.CultureInvariant);
        }
    }
}
