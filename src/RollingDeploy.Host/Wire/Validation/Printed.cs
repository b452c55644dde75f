using System.Collections;
using System.Globalization;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>Values and constraints as AWS's validation messages print them.</summary>
internal static class Printed
{
    // Characters of a value; items beyond so many would be cut off anyway.
    private const int Longest = 2048;

    public static string Value(object? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = Text(value);
        return $"'{(text.Length > Longest ? text[..Longest] + "..." : text)}'";
    }

    /// <summary>
    /// Constraints on the parts of a member are printed all together, kept or not:
    /// <c>Member must satisfy constraint: [Member must have length less than or equal to 10, ...]</c>.
    /// </summary>
    public static string All(Part part, IEnumerable<ConstraintAttribute> constraints)
    {
        var subject = part switch
        {
            Part.Key => "Map keys must",
            Part.Value => "Map value must",
            _ => "Member must",
        };
        return $"{subject} satisfy constraint: [{string.Join(", ", constraints.SelectMany(Clauses))}]";
    }

    private static string[] Clauses(ConstraintAttribute constraint) => constraint switch
    {
        LengthAttribute { Max: int.MaxValue } length => [AtLeast("length", length.Min)],
        LengthAttribute length => [AtMost("length", length.Max), AtLeast("length", length.Min)],
        RangeAttribute { Max: double.PositiveInfinity } range => [AtLeast("value", range.Min)],
        RangeAttribute range => [AtMost("value", range.Max), AtLeast("value", range.Min)],
        PatternAttribute pattern =>
            [$"Member must satisfy regular expression pattern: {(pattern.PrintCaret ? "^" : "")}{pattern.Pattern}"],
        OpenEnumerationAttribute open => [$"Member must satisfy regular expression pattern: {open.Pattern}"],
        OneOfAttribute names => [$"Member must satisfy enum value set: [{string.Join(", ", names.Values)}]"],
        _ => ["Member must not be null"],
    };

    private static string AtLeast(string what, double limit) =>
        FormattableString.Invariant($"Member must have {what} greater than or equal to {limit}");

    private static string AtMost(string what, double limit) =>
        FormattableString.Invariant($"Member must have {what} less than or equal to {limit}");

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Take(Longest).Select(key => $"{key}={Item(map[key])}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Take(Longest).Select(Item))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "{...}",
    };

    // AWS prints a structure as Java's class name and hash, which says nothing.
    private static string Item(object? value) => value is null ? "null" : Text(value);
}
