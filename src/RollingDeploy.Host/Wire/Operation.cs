using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Wire;

/// <summary>One AWS operation: the records that it reads and writes, and the handler between them.</summary>
internal sealed class Operation
{
    private Operation(string name, JsonTypeInfo input, JsonTypeInfo? output, Func<object, Call, ValueTask<object?>> invoke)
    {
        Name = name;
        Input = input;
        Output = output;
        Invoke = invoke;
    }

    public string Name { get; }

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
    public static Operation Of<TIn, TOut>(string name, RestRoute route, JsonSerializerContext json, Func<TIn, Call, Task<TOut>> handle)
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
