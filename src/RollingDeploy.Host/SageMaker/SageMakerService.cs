using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The SageMaker operations. To add an operation, add a line.</summary>
internal static class SageMakerService
{
    /// <param name="beforeLaunch">Runs before a call that may launch instances.</param>
    public static Service Create(Func<object, Call, Task> beforeLaunch) => new()
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
            Of<CreateModelInput, CreateModelOutput>("CreateModel", Models.Create),
            Of<DescribeModelInput, DescribeModelOutput>("DescribeModel", Models.Describe),
            Of<ListModelsInput, ListModelsOutput>("ListModels", Models.List),
            Operation.Of<DeleteModelInput>("DeleteModel", SageMakerJson.Default, Models.Delete),
            Of<CreateEndpointConfigInput, CreateEndpointConfigOutput>("CreateEndpointConfig", EndpointConfigs.Create),
            Of<DescribeEndpointConfigInput, DescribeEndpointConfigOutput>("DescribeEndpointConfig", EndpointConfigs.Describe),
            Of<ListEndpointConfigsInput, ListEndpointConfigsOutput>("ListEndpointConfigs", EndpointConfigs.List),
            Operation.Of<DeleteEndpointConfigInput>("DeleteEndpointConfig", SageMakerJson.Default, EndpointConfigs.Delete),
            Of<CreateEndpointInput, CreateEndpointOutput>("CreateEndpoint", Endpoints.Create).After(beforeLaunch),
            Of<DescribeEndpointInput, DescribeEndpointOutput>("DescribeEndpoint", Endpoints.Describe),
            Of<ListEndpointsInput, ListEndpointsOutput>("ListEndpoints", Endpoints.List),
            Of<UpdateEndpointInput, UpdateEndpointOutput>("UpdateEndpoint", Endpoints.Update).After(beforeLaunch),
            Of<UpdateEndpointWeightsAndCapacitiesInput, UpdateEndpointWeightsAndCapacitiesOutput>(
                "UpdateEndpointWeightsAndCapacities", Endpoints.UpdateWeightsAndCapacities).After(beforeLaunch),
            Operation.Of<DeleteEndpointInput>("DeleteEndpoint", SageMakerJson.Default, Endpoints.Delete),
            Of<CreateInferenceComponentInput, CreateInferenceComponentOutput>(
                "CreateInferenceComponent", InferenceComponents.Create).After(beforeLaunch),
            Of<DescribeInferenceComponentInput, DescribeInferenceComponentOutput>(
                "DescribeInferenceComponent", InferenceComponents.Describe),
            Of<ListInferenceComponentsInput, ListInferenceComponentsOutput>("ListInferenceComponents", InferenceComponents.List),
            Of<UpdateInferenceComponentInput, UpdateInferenceComponentOutput>(
                "UpdateInferenceComponent", InferenceComponents.Update).After(beforeLaunch),
            Of<UpdateInferenceComponentRuntimeConfigInput, UpdateInferenceComponentRuntimeConfigOutput>(
                "UpdateInferenceComponentRuntimeConfig", InferenceComponents.UpdateRuntimeConfig).After(beforeLaunch),
            Operation.Of<DeleteInferenceComponentInput>(
                "DeleteInferenceComponent", SageMakerJson.Default, InferenceComponents.Delete),
            Of<AddTagsInput, AddTagsOutput>("AddTags", TagLists.Add),
            Of<ListTagsInput, ListTagsOutput>("ListTags", TagLists.List),
            Of<DeleteTagsInput, DeleteTagsOutput>("DeleteTags", TagLists.Delete),
        ],
    };

    private static Operation Of<TIn, TOut>(string name, Func<TIn, Call, TOut> handle)
        where TIn : class
        where TOut : class => Operation.Of(name, SageMakerJson.Default, handle);
}
