using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Quotas;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutQuota))]
[JsonSerializable(typeof(QuotaChanged))]
internal sealed partial class QuotasJson : JsonSerializerContext;
