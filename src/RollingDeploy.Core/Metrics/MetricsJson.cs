using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>The JSON metadata of the commands in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutMetricData))]
[JsonSerializable(typeof(MetricIdConverter.Parts))]
[JsonSerializable(typeof(SampleParts))]
internal sealed partial class MetricsJson : JsonSerializerContext;
