using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>How the commands of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutMetricData))]
[JsonSerializable(typeof(MetricIdConverter.Parts))]
[JsonSerializable(typeof(SampleParts))]
internal sealed partial class MetricsJson : JsonSerializerContext;
