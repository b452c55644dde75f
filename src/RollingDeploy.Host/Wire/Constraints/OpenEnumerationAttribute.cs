namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>
/// An enumeration that AWS keeps extending. Any value that matches <paramref name="pattern"/> is accepted. Only the strict
/// validation refuses values that are not in <paramref name="known"/>, with AWS's text.
/// </summary>
internal abstract class OpenEnumerationAttribute(string pattern, IReadOnlyCollection<string> known) : ConstraintAttribute
{
    private readonly PatternAttribute _open = new(pattern);
    private readonly HashSet<string> _known = new(known, StringComparer.Ordinal);

    // AWS prints the values in an arbitrary order. They are sorted here, so that the text is always the same.
    private readonly Lazy<string> _clause = new(() =>
        $"Member must satisfy enum value set: [{string.Join(", ", known.Order(StringComparer.Ordinal))}]");

    public string Pattern => _open.Pattern;

    public override string? Violation(object? value) => _open.Violation(value);

    public override string? Violation(object? value, bool strict) =>
        !strict ? Violation(value)
        : value is string text && !_known.Contains(text) ? _clause.Value
        : null;
}
