using System.Collections.Frozen;

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>The values of an enumeration, as in requests. An enumeration of several members has a class of its own.</summary>
internal class OneOfAttribute(params string[] values) : ConstraintAttribute
{
    private readonly FrozenSet<string> _known = values.ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<string> Values { get; } = values;

    public override string? Violation(object? value) =>
        value is string text && !_known.Contains(text)
            ? $"Member must satisfy enum value set: [{string.Join(", ", Values)}]"
            : null;
}
