using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Core.Metrics;

/// <summary>Writes samples down as their summary and, where they are known, their values and how often each occurred.</summary>
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
/// <param name="Summary">The four numbers.</param>
/// <param name="Factor">Values within this factor of each other count as one; 1 where all are kept apart.</param>
/// <param name="Values">The values, least first; null where only the summary is known, or tells them.</param>
/// <param name="Counts">How often each occurred.</param>
internal readonly record struct SampleParts(
    StatisticSet Summary, double Factor, ImmutableArray<double>? Values, ImmutableArray<double>? Counts);
