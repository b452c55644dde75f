using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Tests.Documents;

/// <summary>Makes values of any type of data by its constructor and its init members, the same ones for the same seed.</summary>
internal sealed class Generator(ulong seed)
{
    private const int Deepest = 6;

    private static readonly string[] Texts = ["", "a", "Ünïcode \u2028 \"quoted\" \\ </script>", new string('x', 300), "null", "{\"a\":1}"];
    private static readonly double[] Numbers = [0, 1, -1.5, 0.1, 1e300, 5e-324, 123456789.123456789];
    private static readonly string[] Statistics = ["Sum", "p99.9", "TM(10%:90%)"];

    private readonly Dice _dice = new(seed);

    /// <summary>A value of a type; null too, where the member may be null.</summary>
    public object? Value(Type type, int depth = 0) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? (Any(3) == 0 ? null : Value(underlying, depth))
        : Leaf(type) is { } leaf ? leaf
        : type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Array(type.GetGenericArguments()[0], depth)
        : Made(type, depth);

    private object? Leaf(Type type) =>
        type == typeof(string) ? Texts[Any(Texts.Length)]
        : type == typeof(bool) ? Any(2) == 1
        : type == typeof(int) ? (int)_dice.Next()
        : type == typeof(long) ? (long)_dice.Next()
        : type == typeof(ulong) ? _dice.Next()
        : type == typeof(double) ? Numbers[Any(Numbers.Length)]
        : type == typeof(float) ? (float)Any(1000) / 7
        : type == typeof(TimeSpan) ? TimeSpan.FromTicks((long)(_dice.Next() % 864_000_000_000_000))
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(
            (long)(_dice.Next() % 864_000_000_000))
        : type == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemory<byte>(BitConverter.GetBytes(_dice.Next())[..Any(8)])
        : type == typeof(Uri) ? new Uri($"http://127.0.0.1:{8000 + Any(1000)}/a?b=c")
        : type == typeof(Statistic) ? Statistic.Find(Statistics[Any(Statistics.Length)])
        : type == typeof(MetricId) ? new MetricId(Texts[1], Texts[2], [new("d", Texts[2]), new("c", Texts[0])])
        : type == typeof(SampleSet) ? Samples()
        : type.IsEnum ? Enum.GetValues(type).GetValue(Any(Enum.GetValues(type).Length))
        : null;

    private SampleSet Samples()
    {
        var set = SampleSet.Of(1, 2);
        for (var count = Any(400); count > 0; count--)
        {
            set = set.Absorb(SampleSet.Of(Any(100_000) / 7.0));
        }

        return Any(3) == 0 ? SampleSet.Of(new StatisticSet(4, 10, 1, 5)) : set;
    }

    private object Array(Type element, int depth)
    {
        var items = System.Array.CreateInstance(element, depth > Deepest ? 0 : Any(3));
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Value(element, depth + 1), i);
        }

        return typeof(ImmutableArray).GetMethods()
            .Single(method => method is { Name: nameof(ImmutableArray.Create), IsGenericMethod: true }
                && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element)
            .Invoke(null, [items])!;
    }

    private object Made(Type type, int depth)
    {
        if (type.IsAbstract)
        {
            var kinds = type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();
            type = kinds[Any(kinds.Length)].DerivedType;
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(each => each.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(each => each.GetParameters().Length)!;
        var made = constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Member(parameter.ParameterType, Nullability(parameter), depth))]);
        var taken = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet();
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !taken.Contains(property.Name)))
        {
            property.SetValue(
                made, Member(property.PropertyType, new NullabilityInfoContext().Create(property).WriteState, depth));
        }

        return made;
    }

    private object? Member(Type type, NullabilityState nullability, int depth) =>
        !type.IsValueType && nullability == NullabilityState.Nullable && (depth > Deepest || Any(3) == 0)
            ? null
            : Value(type, depth + 1);

    private static NullabilityState Nullability(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState;

    private int Any(int count) => (int)(_dice.Next() % (ulong)count);
}
