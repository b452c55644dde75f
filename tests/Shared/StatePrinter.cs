using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Tests.Shared;

/// <summary>
/// Everything that an object reaches, private fields included, as lines of text or as one number: two are alike only where
/// nothing has changed. .NET's own collections are taken by their elements, since their insides change when they are read.
/// </summary>
internal sealed class StatePrinter
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string>? _lines;
    private readonly Stack<string> _path = new();
    private ulong _hash = Offset;

    private StatePrinter(List<string>? lines) => _lines = lines;

    /// <summary>Comparable within this process.</summary>
    public static ulong Hash(object root)
    {
        var printer = new StatePrinter(null);
        printer.Visit("", root);
        return printer._hash;
    }

    public static IReadOnlyList<string> Lines(object root)
    {
        var lines = new List<string>();
        new StatePrinter(lines).Visit("", root);
        return lines;
    }

    /// <summary>All lines as one text.</summary>
    public static string Text(object root) => string.Join('\n', Lines(root));

    private void Visit(string name, object? value)
    {
        if (_lines is not null)
        {
            _path.Push(name);
        }

        Visit(value);
        if (_lines is not null)
        {
            _path.Pop();
        }
    }

    private void Visit(object? value)
    {
        if (value is null || Members.IsLeaf(value.GetType()))
        {
            Note(value);
        }
        else if (!value.GetType().IsValueType && !_seen.TryAdd(value, _seen.Count))
        {
            Note(-1 - _seen[value]);
        }
        else if (Elements(value) is { } elements)
        {
            var index = 0;
            foreach (var element in elements)
            {
                Visit(_lines is null ? "" : $"[{index}]", element);
                index++;
            }

            Note(index);
        }
        else
        {
            foreach (var (name, get) in Members.Of(value.GetType()))
            {
                Visit(name, get(value));
            }
        }
    }

    private void Note(object? leaf)
    {
        _hash = (_hash ^ (uint)(leaf?.GetHashCode() ?? 0)) * Prime;
        _lines?.Add($"{string.Join('.', _path.Reverse())} = {Print(leaf)}");
    }

    // To the tick: times that differ by less than a second are not alike.
    private static string? Print(object? leaf) =>
        leaf is DateTimeOffset at
            ? at.ToString("O", CultureInfo.InvariantCulture)
            : Convert.ToString(leaf, CultureInfo.InvariantCulture);

    private static IEnumerable? Elements(object value)
    {
        var type = value.GetType();
        // An array has the namespace of its elements.
        if (!type.IsArray && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true)
        {
            return null;
        }

        // Neither is enumerable as it stands: a default immutable array has no array inside.
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PriorityQueue<,>)
            ? (IEnumerable)type.GetProperty("UnorderedItems")!.GetValue(value)!
            : type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? null
            : value as IEnumerable;
    }

    /// <summary>What is read of each type, found once.</summary>
    private static class Members
    {
        private static readonly ConditionalWeakTable<Type, (string Name, Func<object, object?> Get)[]> Known = [];

        public static bool IsLeaf(Type type) =>
            type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
            || type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(TimeSpan);

        public static (string Name, Func<object, object?> Get)[] Of(Type type) => Known.GetValue(type, Find);

        private static (string Name, Func<object, object?> Get)[] Find(Type type)
        {
            var found = new List<(string, Func<object, object?>)>();
            for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
            {
                var fields = part.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
                found.AddRange(fields.Where(IsState).Select(field => (field.Name, Getter(field))));
            }

            return [.. found];
        }

        // A reset begins the next epoch of a world that is the same otherwise.
        private static bool IsState(FieldInfo field) =>
            field.Name != "<Epoch>k__BackingField"
            && field.FieldType != typeof(FairLock)
                && field.FieldType != typeof(Lock)
                && !typeof(Delegate).IsAssignableFrom(field.FieldType);

        // Compiled: a world has thousands of fields, and it is read after every body.
        private static Func<object, object?> Getter(FieldInfo field)
        {
            var whole = System.Linq.Expressions.Expression.Parameter(typeof(object));
            var read = System.Linq.Expressions.Expression.Field(
                System.Linq.Expressions.Expression.Convert(whole, field.DeclaringType!), field);
            var boxed = System.Linq.Expressions.Expression.Convert(read, typeof(object));
            return System.Linq.Expressions.Expression.Lambda<Func<object, object?>>(boxed, whole).Compile();
        }
    }
}
