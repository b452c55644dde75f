namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>A regular expression that the whole string must match, as it is in AWS's model.</summary>
internal class PatternAttribute(string pattern) : ConstraintAttribute
{
    private readonly WholePattern _whole = new(pattern);

    public string Pattern { get; } = pattern;

    /// <summary>
    /// Whether AWS's message prints <c>^</c> before the pattern. It does so for names (sagemaker-endpoints.md §1.2).
    /// </summary>
    public bool PrintCaret { get; init; }

    public override string? Violation(object? value) => value is string text && !_whole.Fits(text)
        ? $"Member must satisfy regular expression pattern: {(PrintCaret ? "^" : "")}{Pattern}"
        : null;
}
