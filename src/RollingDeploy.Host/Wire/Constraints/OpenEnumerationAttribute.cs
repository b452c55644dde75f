namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>
/// An enumeration that AWS keeps adding to: any value of <paramref name="pattern"/> is taken, and only strict validation refuses
/// those outside <paramref name="known"/>, in the words that AWS has for them.
/// </summary>
internal abstract class OpenEnumerationAttribute(string pattern, IReadOnlyCollection<string> known) : ConstraintAttribute
{
    private readonly PatternAttribute _open = new(pattern);
    private readonly HashSet<string> _known = new(known, StringComparer.Ordinal);

    // AWS prints the set in an arbitrary order; ours is the same in every process.
    private readonly Lazy<string> _clause = new(() =>
        $"Member must satisfy enum value set: [{string.Join(", ", known.Order(StringComparer.Ordinal))}]");

    public string Pattern => _open.Pattern;

    public override string? Violation(object? value) => _open.Violation(value);

    public override string? Violation(object? value, bool strict) =>
        !strict ? Violation(value)
        : value is string text && !_known.Contains(text) ? _clause.Value
        : null;
}
