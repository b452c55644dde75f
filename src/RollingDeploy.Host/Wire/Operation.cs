using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Wire;

/// <summary>One AWS operation: the records that it reads and writes, and the handler between them.</summary>
internal sealed class Operation
{
    private static readonly string[] ReadingVerbs = ["Describe", "Get", "Invoke", "List"];

    private readonly Lazy<Func<object, string?>> _resource;

    private Operation(string name, JsonTypeInfo input, JsonTypeInfo? output, Func<object, Call, ValueTask<object?>> invoke)
    {
        Name = name;
        IsReading = Array.Exists(ReadingVerbs, verb => name.StartsWith(verb, StringComparison.Ordinal));
        Input = input;
        Output = output;
        Invoke = invoke;
        _resource = new(() => ResourceNames.Of(input));
    }

    public string Name { get; }

    /// <summary>Whether it changes no resource. Invocations are traffic, and count as reading.</summary>
    public bool IsReading { get; }

    public JsonTypeInfo Input { get; }

    /// <summary>Null for an operation that AWS's model gives no output shape; an output without members is not null.</summary>
    public JsonTypeInfo? Output { get; }

    public Func<object, Call, ValueTask<object?>> Invoke { get; }

    /// <summary>Where it is called, for an operation of a REST service; null for the others.</summary>
    public RestRoute? Route { get; private init; }

    /// <summary>How many bytes AWS takes for it, decompressed; null for the limit of all.</summary>
    public int? MostBytes { get; private set; }

    /// <summary>What has to be found out elsewhere before the handler runs.</summary>
    public Func<object, Call, Task> Prepare { get; private set; } = (_, _) => Task.CompletedTask;

    /// <summary>The name of what <paramref name="input"/> is about, for the log; null where it names nothing.</summary>
    public string? ResourceOf(object input) => _resource.Value(input);

    public Operation After(Func<object, Call, Task> prepare)
    {
        Prepare = prepare;
        return this;
    }

    public Operation UpTo(int bytes)
    {
        MostBytes = bytes;
        return this;
    }

    public static Operation Of<TIn, TOut>(string name, JsonSerializerContext json, Func<TIn, Call, TOut> handle)
        where TIn : class
        where TOut : class =>
        new(
            name,
            WireJson.Describe(json, typeof(TIn)),
            WireJson.Describe(json, typeof(TOut)),
            (input, call) => new(handle((TIn)input, call)));

    public static Operation Of<TIn>(string name, JsonSerializerContext json, Action<TIn, Call> handle)
        where TIn : class =>
        new(name, WireJson.Describe(json, typeof(TIn)), null, (input, call) =>
        {
            handle((TIn)input, call);
            return default;
        });

    /// <summary>One of a REST service; its handler may have to wait for somebody else.</summary>
    public static Operation Of<TIn, TOut>(
        string name, RestRoute route, JsonSerializerContext json, Func<TIn, Call, Task<TOut>> handle)
        where TIn : class
        where TOut : class =>
        new(
            name,
            WireJson.Describe(json, typeof(TIn)),
            WireJson.Describe(json, typeof(TOut)),
            async (input, call) => await handle((TIn)input, call))
        {
            Route = route,
        };
}
