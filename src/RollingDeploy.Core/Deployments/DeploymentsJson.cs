using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Deployments;

/// <summary>The JSON metadata of the events in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusChanged))]
[JsonSerializable(typeof(DeploymentProgressed))]
[JsonSerializable(typeof(InstancesChanged))]
internal sealed partial class DeploymentsJson : JsonSerializerContext;
