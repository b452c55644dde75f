using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire;

/// <summary>An AWS operation: its input and output records, and its handler.</summary>
internal sealed class Operation
{
    private static readonly string[] ReadingVerbs = ["Assume", "Describe", "Get", "Invoke", "List"];

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

    /// <summary>
    /// Whether the operation changes no resources. Invocations count as reading, and so does assuming a role, which has no state.
    /// </summary>
    public bool IsReading { get; }

    public JsonTypeInfo Input { get; }

    /// <summary>
    /// The type of the output; null if the operation has no output shape in AWS's model. An output without members is not null.
    /// </summary>
    public JsonTypeInfo? Output { get; }

    public Func<object, Call, ValueTask<object?>> Invoke { get; }

    /// <summary>The route of an operation of a REST service; null for other services.</summary>
    public RestRoute? Route { get; private set; }

    /// <summary>The largest body of the operation, in bytes after decompression; null for the general limit.</summary>
    public int? MostBytes { get; private set; }

    /// <summary>Whether AWS takes the operation without a signature. Then the credentials of a caller do not count.</summary>
    public bool IsUnsigned { get; private set; }

    /// <summary>Returns the name of the resource in <paramref name="input"/>, for the log; null if there is none.</summary>
    public string? ResourceOf(object input) => _resource.Value(input);

    public Operation At(RestRoute route)
    {
        Route = route;
        return this;
    }

    public Operation Unsigned()
    {
        IsUnsigned = true;
        return this;
    }

    public Operation UpTo(int bytes)
    {
        MostBytes = bytes;
        return this;
    }

    public static Operation Of<TIn, TOut>(
        string name, JsonTypeInfo<TIn> input, JsonTypeInfo<TOut> output, Func<TIn, Call, TOut> handle)
        where TIn : class
        where TOut : class =>
        new(name, WireJson.Describe(input), WireJson.Describe(output), (given, call) => new(handle((TIn)given, call)));

    public static Operation Of<TIn>(string name, JsonTypeInfo<TIn> input, Action<TIn, Call> handle)
        where TIn : class =>
        new(name, WireJson.Describe(input), null, (given, call) =>
        {
            handle((TIn)given, call);
            return default;
        });

    /// <summary>Creates an operation with an asynchronous handler.</summary>
    public static Operation Of<TIn, TOut>(
        string name, JsonTypeInfo<TIn> input, JsonTypeInfo<TOut> output, Func<TIn, Call, Task<TOut>> handle)
        where TIn : class
        where TOut : class =>
        new(name, WireJson.Describe(input), WireJson.Describe(output), async (given, call) => await handle((TIn)given, call));
}
