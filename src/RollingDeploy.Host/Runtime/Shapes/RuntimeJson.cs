using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>The metadata of the requests and responses of SageMaker Runtime. Nested records are included automatically.</summary>
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
