using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Quotas;

/// <summary>The JSON metadata of the commands and events in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutQuota))]
[JsonSerializable(typeof(QuotaChanged))]
internal sealed partial class QuotasJson : JsonSerializerContext;
