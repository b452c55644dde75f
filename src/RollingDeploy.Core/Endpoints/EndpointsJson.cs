using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Endpoints;

/// <summary>The JSON metadata of the commands and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CreateEndpointConfig))]
[JsonSerializable(typeof(DeleteEndpointConfig))]
[JsonSerializable(typeof(CreateEndpoint))]
[JsonSerializable(typeof(LoadEndpoint))]
[JsonSerializable(typeof(UpdateEndpoint))]
[JsonSerializable(typeof(DeleteEndpoint))]
[JsonSerializable(typeof(UpdateWeightsAndCapacities))]
[JsonSerializable(typeof(EndpointConfig))]
[JsonSerializable(typeof(SavedEndpoint))]
internal sealed partial class EndpointsJson : JsonSerializerContext;
