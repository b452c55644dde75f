using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The SageMaker operations. To add an operation, add a line.</summary>
internal static class SageMakerService
{
    private static readonly SageMakerJson Json = SageMakerJson.Default;

    public static Service Create() => new()
    {
        Name = "SageMaker",
        Description = "The control plane: models, endpoint configurations, endpoints and inference components.",
        Route = "sagemaker",
        TargetPrefix = "SageMaker",
        JsonVersion = "1.1",
        SigningNames = ["sagemaker"],
        Explain = RefusalHints.Explain,
        TellsUnknownMembers = true,
        Examples = SageMakerExamples.All,
        Operations =
        [
            Operation.Of("CreateModel", Json.CreateModelInput, Json.CreateModelOutput, Models.Create),
            Operation.Of("DescribeModel", Json.DescribeModelInput, Json.DescribeModelOutput, Models.Describe),
            Operation.Of("ListModels", Json.ListModelsInput, Json.ListModelsOutput, Models.List),
            Operation.Of("DeleteModel", Json.DeleteModelInput, Models.Delete),
            Operation.Of(
                "CreateEndpointConfig",
                Json.CreateEndpointConfigInput,
                Json.CreateEndpointConfigOutput,
                EndpointConfigs.Create),
            Operation.Of(
                "DescribeEndpointConfig",
                Json.DescribeEndpointConfigInput,
                Json.DescribeEndpointConfigOutput,
                EndpointConfigs.Describe),
            Operation.Of(
                "ListEndpointConfigs", Json.ListEndpointConfigsInput, Json.ListEndpointConfigsOutput, EndpointConfigs.List),
            Operation.Of("DeleteEndpointConfig", Json.DeleteEndpointConfigInput, EndpointConfigs.Delete),
            Operation.Of("CreateEndpoint", Json.CreateEndpointInput, Json.CreateEndpointOutput, Endpoints.Create),
            Operation.Of("DescribeEndpoint", Json.DescribeEndpointInput, Json.DescribeEndpointOutput, Endpoints.Describe),
            Operation.Of("ListEndpoints", Json.ListEndpointsInput, Json.ListEndpointsOutput, Endpoints.List),
            Operation.Of("UpdateEndpoint", Json.UpdateEndpointInput, Json.UpdateEndpointOutput, Endpoints.Update),
            Operation.Of(
                "UpdateEndpointWeightsAndCapacities",
                Json.UpdateEndpointWeightsAndCapacitiesInput,
                Json.UpdateEndpointWeightsAndCapacitiesOutput,
                Endpoints.UpdateWeightsAndCapacities),
            Operation.Of("DeleteEndpoint", Json.DeleteEndpointInput, Endpoints.Delete),
            Operation.Of(
                "CreateInferenceComponent",
                Json.CreateInferenceComponentInput,
                Json.CreateInferenceComponentOutput,
                InferenceComponents.Create),
            Operation.Of(
                "DescribeInferenceComponent",
                Json.DescribeInferenceComponentInput,
                Json.DescribeInferenceComponentOutput,
                InferenceComponents.Describe),
            Operation.Of(
                "ListInferenceComponents",
                Json.ListInferenceComponentsInput,
                Json.ListInferenceComponentsOutput,
                InferenceComponents.List),
            Operation.Of(
                "UpdateInferenceComponent",
                Json.UpdateInferenceComponentInput,
                Json.UpdateInferenceComponentOutput,
                InferenceComponents.Update),
            Operation.Of(
                "UpdateInferenceComponentRuntimeConfig",
                Json.UpdateInferenceComponentRuntimeConfigInput,
                Json.UpdateInferenceComponentRuntimeConfigOutput,
                InferenceComponents.UpdateRuntimeConfig),
            Operation.Of("DeleteInferenceComponent", Json.DeleteInferenceComponentInput, InferenceComponents.Delete),
            Operation.Of("AddTags", Json.AddTagsInput, Json.AddTagsOutput, TagLists.Add),
            Operation.Of("ListTags", Json.ListTagsInput, Json.ListTagsOutput, TagLists.List),
            Operation.Of("DeleteTags", Json.DeleteTagsInput, Json.DeleteTagsOutput, TagLists.Delete),
        ],
    };
}
