using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Quotas;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutQuota))]
[JsonSerializable(typeof(QuotaChanged))]
[JsonSerializable(typeof(SavedQuota))]
internal sealed partial class QuotasJson : JsonSerializerContext;
