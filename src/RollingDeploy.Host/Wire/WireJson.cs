using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire;

/// <summary>Applies AWS's rules for JSON to the metadata of records.</summary>
internal static class WireJson
{
    /// <summary>The largest depth of JSON: more than any AWS record has, and little enough for recursion.</summary>
    public const int MaxDepth = 64;

    private static readonly ConcurrentDictionary<JsonSerializerContext, JsonSerializerOptions> Options = new();

    /// <summary>
    /// Returns the metadata of a record with AWS's rules. It is the same instance each time, so it can be the key of a cache.
    /// </summary>
    /// <param name="generated">The generated metadata of the record.</param>
    public static JsonTypeInfo<T> Describe<T>(JsonTypeInfo<T> generated) =>
        (JsonTypeInfo<T>)Describe((JsonSerializerContext)generated.OriginatingResolver!, typeof(T));

    /// <summary>Returns the metadata of a type with AWS's rules.</summary>
    public static JsonTypeInfo Describe(JsonSerializerContext records, Type type) =>
        Options.GetOrAdd(records, Create).GetTypeInfo(type);

    private static JsonSerializerOptions Create(JsonSerializerContext records)
    {
        var options = new JsonSerializerOptions(records.Options)
        {
            // A member that is not set is absent, never null.
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // NaN and the infinities are strings in awsJson.
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
            TypeInfoResolver = ((IJsonTypeInfoResolver)records).WithAddedModifier(LeaveRequiredToValidation),
        };
        options.MakeReadOnly();
        return options;
    }

    // RequestValidator reports a missing member with AWS's text, together with all other violations.
    private static void LeaveRequiredToValidation(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var property in type.Properties)
            {
                property.IsRequired = false;
            }
        }
    }
}
