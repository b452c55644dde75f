using System.Collections.Immutable;
using System.Globalization;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Explains a size that was refused, and gives the valid range: <c>MaximumBatchSize is 60 %. 60 % of 6 is 3.6 instances; 5–50 %
/// is 1 to 3 instances.</c>
/// </summary>
internal static class SizeHint
{
    private const int MostVariants = 5;

    public static string Of(SizeRule rule, string unit, ImmutableArray<SizedVariant> variants)
    {
        // A number of instances can be valid for one variant and not for another. A percentage that is not valid is so for all.
        var wrong = variants.Where(each => rule.Size?.IsWithin(rule.Percent, each.Count) is not true).Take(MostVariants);
        var lines = wrong.Select(each => $"{(variants.Length > 1 ? $"Variant {each.Name}: " : "")}{Line(rule, unit, each.Count)}");
        return string.Join(' ', lines.Prepend($"{rule.Member} is {Given(rule.Size, unit)}."));
    }

    private static string Given(CapacitySize? size, string unit) => size switch
    {
        null => "missing",
        { Type: CapacitySizeType.CapacityPercent } => $"{Number(size.Value)} %",
        _ => Count(size.Value, unit),
    };

    private static string Line(SizeRule rule, string unit, int total)
    {
        var (least, most) = rule.Percent.In(total);
        var right = $"{Range(rule.Percent)} is {(least == most ? Count(least, unit) : $"{Number(least)} to {Count(most, unit)}")}.";
        return rule.Size switch
        {
            null => $"Of {Count(total, unit)} {right}",
            { Type: CapacitySizeType.CapacityPercent } size =>
                $"{Number(size.Value)} % of {Number(total)} is {Number((decimal)total * size.Value / 100)} {Plural(unit)}; {right}",
            _ when total == 0 => $"Of {Count(total, unit)} {right}",
            { } size => $"{Number(size.Value)} of {Number(total)} is {Number(size.Value * 100m / total)} %; {right}",
        };
    }

    private static string Range(PercentRange percent) =>
        percent.Least == 0 ? $"at most {Number(percent.Most)} %" : $"{Number(percent.Least)}–{Number(percent.Most)} %";

    private static string Count(int count, string unit) => $"{Number(count)} {(count == 1 ? unit : Plural(unit))}";

    private static string Plural(string unit) => unit.EndsWith('y') ? $"{unit[..^1]}ies" : $"{unit}s";

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
