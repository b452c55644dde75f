using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>Prints a world to its last private field, so that a test can tell whether anything in it has changed.</summary>
public static class WorldPrinter
{
    public static string Print(Account account)
    {
        var printer = new Printer();
        printer.Print(account.World);
        return printer.ToString();
    }

    private sealed class Printer
    {
        private readonly StringBuilder _text = new();
        private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);

        public override string ToString() => _text.ToString();

        public void Print(object? value)
        {
            if (value is null or string or decimal or DateTimeOffset or TimeSpan || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            {
                _text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)).AppendLine(value is DateTimeOffset at ? $" {at.Ticks}" : "");
            }
            else if (!value.GetType().IsValueType && !_seen.TryAdd(value, _seen.Count))
            {
                _text.AppendLine(CultureInfo.InvariantCulture, $"see {_seen[value]}");
            }
            else if (value is IDictionary map)
            {
                foreach (var key in map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal))
                {
                    Print(key);
                    Print(map[key]);
                }
            }
            else if (value is IEnumerable items && !value.GetType().IsValueType && value.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal))
            {
                foreach (var item in items)
                {
                    _text.Append("- ");
                    Print(item);
                }
            }
            else
            {
                Fields(value);
            }
        }

        private void Fields(object value)
        {
            _text.AppendLine(value.GetType().Name);
            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (field.FieldType != typeof(FairLock) && !typeof(Delegate).IsAssignableFrom(field.FieldType))
                    {
                        _text.Append(field.Name).Append(' ');
                        Print(field.GetValue(value));
                    }
                }
            }
        }
    }
}
