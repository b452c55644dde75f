using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire;

/// <summary>AWS's rules for JSON, laid over the metadata of any set of records.</summary>
internal static class WireJson
{
    /// <summary>Deeper than any AWS record, and shallow enough for a recursive walk.</summary>
    public const int MaxDepth = 64;

    private static readonly ConcurrentDictionary<JsonSerializerContext, JsonSerializerOptions> Options = new();

    /// <summary>The metadata of <paramref name="type"/>: one instance each, so that plans can be cached by it.</summary>
    public static JsonTypeInfo Describe(JsonSerializerContext records, Type type) =>
        Options.GetOrAdd(records, Create).GetTypeInfo(type);

    private static JsonSerializerOptions Create(JsonSerializerContext records)
    {
        var options = new JsonSerializerOptions(records.Options)
        {
            // A member that is not set is absent, never null.
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // awsJson spells NaN and the infinities as strings.
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
            TypeInfoResolver = ((IJsonTypeInfoResolver)records).WithAddedModifier(LeaveRequiredToValidation),
        };
        options.MakeReadOnly();
        return options;
    }

    // A missing member must be refused in AWS's words, together with every other violation.
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
