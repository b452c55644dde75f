using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>The JSON metadata of the commands and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutMetricData))]
[JsonSerializable(typeof(MetricIdConverter.Parts))]
[JsonSerializable(typeof(SampleParts))]
[JsonSerializable(typeof(SavedMetrics))]
internal sealed partial class MetricsJson : JsonSerializerContext;
