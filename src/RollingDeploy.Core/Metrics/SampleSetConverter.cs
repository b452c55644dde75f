using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Core.Metrics;

/// <summary>Writes samples as JSON with their summary and, if they are known, their values and how often each occurred.</summary>
internal sealed class SampleSetConverter : JsonConverter<SampleSet>
{
    public override SampleSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SampleSet.Of(JsonSerializer.Deserialize(ref reader, InfoOf(options)));

    public override void Write(Utf8JsonWriter writer, SampleSet value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Parts, InfoOf(options));

    private static JsonTypeInfo<SampleParts> InfoOf(JsonSerializerOptions options) =>
        (JsonTypeInfo<SampleParts>)options.GetTypeInfo(typeof(SampleParts));
}

/// <summary>Samples as plain values.</summary>
/// <param name="Summary">The summary: count, sum, minimum and maximum.</param>
/// <param name="Factor">The factor within which values are combined; 1 if all values are exact.</param>
/// <param name="Values">The values in ascending order; null if they are not known, or if all are equal.</param>
/// <param name="Counts">How often each value occurred; null if the values are null.</param>
internal readonly record struct SampleParts(
    StatisticSet Summary, double Factor, ImmutableArray<double>? Values, ImmutableArray<double>? Counts);
