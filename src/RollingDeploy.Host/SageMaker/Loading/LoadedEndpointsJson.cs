using System.Text.Json.Serialization;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker.Loading;

/// <summary>The metadata of the operations that load answers of AWS.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(FiniteDoubleConverter), typeof(FiniteSingleConverter)])]
[JsonSerializable(typeof(LoadEndpointInput))]
[JsonSerializable(typeof(LoadEndpointOutput))]
internal sealed partial class LoadedEndpointsJson : JsonSerializerContext;
