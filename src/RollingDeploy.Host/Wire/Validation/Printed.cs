using System.Collections;
using System.Globalization;
using System.Text;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>Prints values and constraints as AWS's validation messages do.</summary>
internal static class Printed
{
    // The most characters of a value. Longer texts are cut.
    private const int Longest = 2048;

    public static string Value(object? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = new StringBuilder();
        Print(text, value);
        return $"'{Excerpt.Of(text.ToString(), Longest)}'";
    }

    /// <summary>
    /// Prints all constraints on the parts of a member, violated or not:
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

    // Stops when the text is long enough, because a list can be very long.
    private static void Print(StringBuilder text, object? value)
    {
        switch (value)
        {
            case string word:
                text.Append(Excerpt.Of(word, Longest));
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case IDictionary map:
                Print(text, "{}", map.Keys.Cast<object>(), key => Print(
                    text.Append(Excerpt.Of((string)key, Longest)).Append('='), map[key]));
                break;
            case IEnumerable list:
                Print(text, "[]", list.Cast<object?>(), item => Print(text, item));
                break;
            case double number:
                text.Append(JavaNumber.ToText(number));
                break;
            case float number:
                text.Append(JavaNumber.ToText(number));
                break;
            case IFormattable number:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            // AWS prints a structure as a Java class name with a hash, which has no useful content.
            default:
                text.Append(value is null ? "null" : "{...}");
                break;
        }
    }

    private static void Print<T>(StringBuilder text, string brackets, IEnumerable<T> items, Action<T> print)
    {
        text.Append(brackets[0]);
        var separator = "";
        foreach (var item in items.TakeWhile(_ => text.Length <= Longest))
        {
            text.Append(separator);
            print(item);
            separator = ", ";
        }

        text.Append(brackets[1]);
    }
}
