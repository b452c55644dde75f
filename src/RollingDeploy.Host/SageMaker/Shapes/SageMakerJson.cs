using System.Text.Json.Serialization;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// The metadata of all requests and responses of SageMaker, for the validation, the OpenAPI document and the protocols. Nested
/// records are included automatically.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(FiniteDoubleConverter), typeof(FiniteSingleConverter)])]
[JsonSerializable(typeof(CreateModelInput))]
[JsonSerializable(typeof(CreateModelOutput))]
[JsonSerializable(typeof(DescribeModelInput))]
[JsonSerializable(typeof(DescribeModelOutput))]
[JsonSerializable(typeof(ListModelsInput))]
[JsonSerializable(typeof(ListModelsOutput))]
[JsonSerializable(typeof(DeleteModelInput))]
[JsonSerializable(typeof(CreateEndpointConfigInput))]
[JsonSerializable(typeof(CreateEndpointConfigOutput))]
[JsonSerializable(typeof(DescribeEndpointConfigInput))]
[JsonSerializable(typeof(DescribeEndpointConfigOutput))]
[JsonSerializable(typeof(ListEndpointConfigsInput))]
[JsonSerializable(typeof(ListEndpointConfigsOutput))]
[JsonSerializable(typeof(DeleteEndpointConfigInput))]
[JsonSerializable(typeof(CreateEndpointInput))]
[JsonSerializable(typeof(CreateEndpointOutput))]
[JsonSerializable(typeof(DescribeEndpointInput))]
[JsonSerializable(typeof(DescribeEndpointOutput))]
[JsonSerializable(typeof(ListEndpointsInput))]
[JsonSerializable(typeof(ListEndpointsOutput))]
[JsonSerializable(typeof(UpdateEndpointInput))]
[JsonSerializable(typeof(UpdateEndpointOutput))]
[JsonSerializable(typeof(UpdateEndpointWeightsAndCapacitiesInput))]
[JsonSerializable(typeof(UpdateEndpointWeightsAndCapacitiesOutput))]
[JsonSerializable(typeof(DeleteEndpointInput))]
[JsonSerializable(typeof(CreateInferenceComponentInput))]
[JsonSerializable(typeof(CreateInferenceComponentOutput))]
[JsonSerializable(typeof(DescribeInferenceComponentInput))]
[JsonSerializable(typeof(DescribeInferenceComponentOutput))]
[JsonSerializable(typeof(ListInferenceComponentsInput))]
[JsonSerializable(typeof(ListInferenceComponentsOutput))]
[JsonSerializable(typeof(UpdateInferenceComponentInput))]
[JsonSerializable(typeof(UpdateInferenceComponentOutput))]
[JsonSerializable(typeof(UpdateInferenceComponentRuntimeConfigInput))]
[JsonSerializable(typeof(UpdateInferenceComponentRuntimeConfigOutput))]
[JsonSerializable(typeof(DeleteInferenceComponentInput))]
[JsonSerializable(typeof(AddTagsInput))]
[JsonSerializable(typeof(AddTagsOutput))]
[JsonSerializable(typeof(ListTagsInput))]
[JsonSerializable(typeof(ListTagsOutput))]
[JsonSerializable(typeof(DeleteTagsInput))]
[JsonSerializable(typeof(DeleteTagsOutput))]
internal sealed partial class SageMakerJson : JsonSerializerContext;
