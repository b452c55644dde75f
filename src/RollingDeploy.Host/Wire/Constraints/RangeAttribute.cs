using System.Globalization;

namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>Limits the value of a number. Both limits are inclusive.</summary>
internal sealed class RangeAttribute(double min, double max = double.PositiveInfinity) : ConstraintAttribute
{
    public double Min { get; } = min;

    public double Max { get; } = max;

    public override string? Violation(object? value)
    {
        if (value is not IConvertible number)
        {
            return null;
        }

        var amount = number.ToDouble(CultureInfo.InvariantCulture);
        return amount < Min ? Invariant($"Member must have value greater than or equal to {Min}")
            : amount > Max ? Invariant($"Member must have value less than or equal to {Max}")
            : null;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
