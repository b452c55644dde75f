namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>The values of an enumeration, as they stand on the wire. One that several members share is a class of its own.</summary>
internal class OneOfAttribute(params string[] values) : ConstraintAttribute
{
    public IReadOnlyList<string> Values { get; } = values;

    public override string? Violation(object? value) =>
        value is string text && !Values.Contains(text, StringComparer.Ordinal)
            ? $"Member must satisfy enum value set: [{string.Join(", ", Values)}]"
            : null;
}
