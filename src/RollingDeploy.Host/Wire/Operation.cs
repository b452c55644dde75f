using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Wire;

/// <summary>An AWS operation: its input and output records, and its handler.</summary>
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

    /// <summary>Whether the operation changes no resources. Invocations count as reading.</summary>
    public bool IsReading { get; }

    public JsonTypeInfo Input { get; }

    /// <summary>
    /// The type of the output; null if the operation has no output shape in AWS's model. An output without members is not null.
    /// </summary>
    public JsonTypeInfo? Output { get; }

    public Func<object, Call, ValueTask<object?>> Invoke { get; }

    /// <summary>The route of an operation of a REST service; null for other services.</summary>
    public RestRoute? Route { get; private init; }

    /// <summary>The largest body of the operation, in bytes after decompression; null for the general limit.</summary>
    public int? MostBytes { get; private set; }

    /// <summary>Asynchronous work before the handler runs, such as pinging real servers.</summary>
    public Func<object, Call, Task> Prepare { get; private set; } = (_, _) => Task.CompletedTask;

    /// <summary>Returns the name of the resource in <paramref name="input"/>, for the log; null if there is none.</summary>
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

    /// <summary>Creates an operation of a REST service, with an asynchronous handler.</summary>
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
