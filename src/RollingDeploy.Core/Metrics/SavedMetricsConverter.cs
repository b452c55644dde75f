using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// Writes metrics as short arrays, because they are a large part of a snapshot: <c>[namespace, [dimension, value, …], metric,
/// …]</c>. A metric is <c>[name, newestOfOthers, unit, resolution, runs, …]</c>, with three elements for each unit and each
/// resolution.
/// </summary>
internal sealed class SavedMetricsConverter : JsonConverter<SavedMetrics>
{
    private const string Wrong = "Metrics are an array [namespace, [dimension, value, …], [name, newestOfOthers, unit, resolution, runs, …], …].";

    private static readonly SavedRunsConverter OfRuns = new();

    public override SavedMetrics Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = (JsonTypeInfo<string>)options.GetTypeInfo(typeof(string));
        Require(reader.TokenType == JsonTokenType.StartArray);
        var metricNamespace = Text(ref reader, texts);
        var dimensions = ReadDimensions(ref reader, texts);
        var metrics = new List<SavedMetric>();
        while (BeginsAnother(ref reader, JsonTokenType.StartArray))
        {
            metrics.Add(ReadMetric(ref reader, texts, options));
        }

        return new(metricNamespace, dimensions, metrics);
    }

    public override void Write(Utf8JsonWriter writer, SavedMetrics value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Namespace);
        writer.WriteStartArray();
        foreach (var dimension in value.Dimensions)
        {
            writer.WriteStringValue(dimension.Name);
            writer.WriteStringValue(dimension.Value);
        }

        writer.WriteEndArray();
        foreach (var metric in value.Metrics)
        {
            Write(writer, metric, options);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, in SavedMetric metric, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(metric.Name);
        if (metric.NewestOfOthers is { } newest)
        {
            writer.WriteStringValue(newest);
        }
        else
        {
            writer.WriteNullValue();
        }

        foreach (var (unit, runs) in metric.Buckets)
        {
            writer.WriteStringValue(unit);
            writer.WriteNumberValue(runs.Resolution);
            OfRuns.Write(writer, runs, options);
        }

        writer.WriteEndArray();
    }

    private static ImmutableArray<Dimension> ReadDimensions(ref Utf8JsonReader reader, JsonTypeInfo<string> texts)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        var dimensions = ImmutableArray.CreateBuilder<Dimension>();
        while (BeginsAnother(ref reader, JsonTokenType.String))
        {
            dimensions.Add(new(JsonSerializer.Deserialize(ref reader, texts)!, Text(ref reader, texts)));
        }

        return dimensions.DrainToImmutable();
    }

    private static SavedMetric ReadMetric(ref Utf8JsonReader reader, JsonTypeInfo<string> texts, JsonSerializerOptions options)
    {
        var name = Text(ref reader, texts);
        Require(reader.Read());
        DateTimeOffset? newest = reader.TokenType == JsonTokenType.Null ? null
            : reader.TokenType == JsonTokenType.String ? reader.GetDateTimeOffset()
            : throw new JsonException(Wrong);
        var buckets = new List<SavedBuckets>(1);
        while (BeginsAnother(ref reader, JsonTokenType.String))
        {
            var unit = JsonSerializer.Deserialize(ref reader, texts)!;
            Require(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _));
            var resolution = reader.GetInt32();
            Require(reader.Read());
            buckets.Add(new(unit, OfRuns.Read(ref reader, typeof(SavedRuns), options) with { Resolution = resolution }));
        }

        return new(name, newest, buckets);
    }

    private static bool BeginsAnother(ref Utf8JsonReader reader, JsonTokenType type)
    {
        Require(reader.Read() && (reader.TokenType == type || reader.TokenType == JsonTokenType.EndArray));
        return reader.TokenType == type;
    }

    private static string Text(ref Utf8JsonReader reader, JsonTypeInfo<string> texts)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.String);
        return JsonSerializer.Deserialize(ref reader, texts)!;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new JsonException(Wrong);
        }
    }
}
