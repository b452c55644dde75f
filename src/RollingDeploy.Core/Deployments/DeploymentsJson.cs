using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Deployments;

/// <summary>How the events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusChanged))]
[JsonSerializable(typeof(DeploymentProgressed))]
[JsonSerializable(typeof(InstancesChanged))]
internal sealed partial class DeploymentsJson : JsonSerializerContext;
