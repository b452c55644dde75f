using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>The description of the runtime's requests and responses. Nested records follow by themselves.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InvokeEndpointInput))]
[JsonSerializable(typeof(InvokeEndpointOutput))]
[JsonSerializable(typeof(InvokeEndpointWithResponseStreamInput))]
[JsonSerializable(typeof(InvokeEndpointWithResponseStreamOutput))]
[JsonSerializable(typeof(InvokeEndpointAsyncInput))]
[JsonSerializable(typeof(InvokeEndpointAsyncOutput))]
internal sealed partial class RuntimeJson : JsonSerializerContext;
