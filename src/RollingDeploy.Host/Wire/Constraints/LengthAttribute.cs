using System.Collections;

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>
/// Limits the length of a string in characters, or the number of items of a list or map. Both limits are inclusive.
/// </summary>
internal sealed class LengthAttribute(int min, int max = int.MaxValue) : ConstraintAttribute
{
    public int Min { get; } = min;

    public int Max { get; } = max;

    public override string? Violation(object? value)
    {
        var length = value switch
        {
            string text => text.Length,
            ICollection items => items.Count,
            _ => Min,
        };

        return length < Min ? $"Member must have length greater than or equal to {Min}"
            : length > Max ? $"Member must have length less than or equal to {Max}"
            : null;
    }
}
