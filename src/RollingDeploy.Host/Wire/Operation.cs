using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire;

/// <summary>One AWS operation: the records that it reads and writes, and the handler between them.</summary>
internal sealed class Operation
{
    private Operation(string name, JsonTypeInfo input, JsonTypeInfo? output, Func<object, Call, object?> invoke)
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

    public Func<object, Call, object?> Invoke { get; }

    /// <summary>How many bytes AWS takes for it, decompressed; null for the limit of all.</summary>
    public int? MostBytes { get; private set; }

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
            (input, call) => handle((TIn)input, call));

    public static Operation Of<TIn>(string name, JsonSerializerContext json, Action<TIn, Call> handle)
        where TIn : class =>
        new(name, WireJson.Describe(json, typeof(TIn)), null, (input, call) =>
        {
            handle((TIn)input, call);
            return null;
        });
}
