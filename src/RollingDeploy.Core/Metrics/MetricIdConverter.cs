using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Core.Metrics;

/// <summary>Writes the identifier of a metric as JSON with its parts.</summary>
internal sealed class MetricIdConverter : JsonConverter<MetricId>
{
    public override MetricId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<Parts>)options.GetTypeInfo(typeof(Parts)));
        return new MetricId(parts.Namespace, parts.Name, parts.Dimensions);
    }

    public override void Write(Utf8JsonWriter writer, MetricId value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer,
        new Parts(value.Namespace, value.Name, value.Dimensions),
        (JsonTypeInfo<Parts>)options.GetTypeInfo(typeof(Parts)));

    internal readonly record struct Parts(string Namespace, string Name, ImmutableArray<Dimension> Dimensions);
}
