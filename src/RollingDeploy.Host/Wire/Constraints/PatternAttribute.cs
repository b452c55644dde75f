using System.Text.RegularExpressions;

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>A regular expression that the whole string must match, in the spelling of AWS's model.</summary>
internal sealed class PatternAttribute(string pattern) : ConstraintAttribute
{
    // A pattern such as [a-zA-Z0-9](-*[a-zA-Z0-9])* backtracks exponentially; AWS's use look-behind, which rules out NonBacktracking.
    // The limit is wall time: short enough for one hostile request, long enough for a valid one on a machine that stalls.
    private readonly Regex _whole = new($"^(?:{pattern})\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    public string Pattern { get; } = pattern;

    /// <summary>Names were captured with a leading <c>^</c> in AWS's message, other patterns without (sagemaker-endpoints.md §1.2).</summary>
    public bool PrintCaret { get; init; }

    public override string? Violation(object? value) =>
        value is string text && !Matches(text) ? $"Member must satisfy regular expression pattern: {(PrintCaret ? "^" : "")}{Pattern}" : null;

    private bool Matches(string text)
    {
        try
        {
            return _whole.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
