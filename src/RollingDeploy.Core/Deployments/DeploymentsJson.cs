using System.Text.Json.Serialization;
using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Deployments;

/// <summary>The JSON metadata of the events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusChanged))]
[JsonSerializable(typeof(DeploymentProgressed))]
[JsonSerializable(typeof(InstancesChanged))]
[JsonSerializable(typeof(SavedCounts))]
[JsonSerializable(typeof(SavedDeployable))]
[JsonSerializable(typeof(AlarmState?))]
internal sealed partial class DeploymentsJson : JsonSerializerContext;
