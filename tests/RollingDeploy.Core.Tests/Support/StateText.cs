using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>
/// The whole state of an object and of all that it leads to, private fields included, as text: two texts differ when anything
/// does. What was seen before is a number, so that cycles end.
/// </summary>
internal sealed class StateText
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);

    public static string Of(object root)
    {
        var text = new StateText();
        text.Write("", "", root);
        return text._text.ToString();
    }

    private void Write(string indent, string name, object? value)
    {
        _text.Append(indent).Append(name).Append(" = ");
        if (value is null or string || IsPlain(value.GetType()))
        {
            _text.AppendLine(Print(value));
        }
        else if (!value.GetType().IsValueType && !_seen.TryAdd(value, _seen.Count))
        {
            _text.Append('#').AppendLine(_seen[value].ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            _text.AppendLine(value.GetType().Name);
            WriteMembers(indent + "  ", value);
        }
    }

    private void WriteMembers(string indent, object value)
    {
        if (value is IEnumerable items)
        {
            // Collections by what is in them: buckets and versions are no state of ours. A default ImmutableArray has no items.
            var isDefault = value.GetType().GetProperty("IsDefault")?.GetValue(value) is true;
            foreach (var item in isDefault ? Array.Empty<object>() : items)
            {
                Write(indent, "-", item);
            }

            return;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own).Where(field => !IsMachinery(field.FieldType)))
            {
                Write(indent, field.Name, field.GetValue(value));
            }
        }
    }

    private static string Print(object? value) => value switch
    {
        null => "null",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan);

    private static bool IsMachinery(Type type) =>
        type == typeof(FairLock)
        || typeof(Delegate).IsAssignableFrom(type)
        || (type.IsGenericType && (type.Name.StartsWith("IComparer", StringComparison.Ordinal)
            || type.Name.StartsWith("IEqualityComparer", StringComparison.Ordinal)))
        || type.Namespace == "System.Reflection";
}
