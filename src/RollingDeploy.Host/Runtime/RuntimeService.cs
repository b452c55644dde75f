using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Runtime;

/// <summary>The service SageMaker Runtime, which invokes the models of endpoints.</summary>
internal static class RuntimeService
{
    public static Service Create(Invocations invocations, ResponseStreams streams)
    {
        return new()
        {
            Name = "SageMaker Runtime",
            Description = "Invokes the models of endpoints, with the routes of AWS.",
            SigningNames = ["sagemaker"],
            Errors = Errors,
            Examples = new Dictionary<string, string>
            {
                ["EndpointName"] = "demo",
                ["InputLocation"] = "s3://bucket/question.csv",
            },
            Operations =
            [
                Operation.Of<InvokeEndpointInput, InvokeEndpointOutput>(
                    "InvokeEndpoint", new("/endpoints/{EndpointName}/invocations"), RuntimeJson.Default, invocations.Invoke),
                Operation.Of<InvokeEndpointWithResponseStreamInput, InvokeEndpointWithResponseStreamOutput>(
                    "InvokeEndpointWithResponseStream",
                    new("/endpoints/{EndpointName}/invocations-response-stream"),
                    RuntimeJson.Default,
                    streams.Invoke),
                Operation.Of<InvokeEndpointAsyncInput, InvokeEndpointAsyncOutput>(
                    "InvokeEndpointAsync",
                    new("/endpoints/{EndpointName}/async-invocations", StatusCodes.Status202Accepted),
                    RuntimeJson.Default,
                    AsyncInvocations.Invoke),
            ],
        };
    }

    // The service's word for what the framework calls ValidationException (endpoint-metrics.md §4.2).
    private static ErrorTable Errors { get; } = new(
        null,
        new("ValidationError") { Replaces = ["ValidationException", "SerializationException"] },
        new("ModelError", Status: StatusCodes.Status424FailedDependency),
        new("RequestEntityTooLargeException", Status: StatusCodes.Status413PayloadTooLarge) { IsFromFrontEnd = true });
}
