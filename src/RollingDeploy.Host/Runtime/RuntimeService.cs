using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Runtime;

/// <summary>The service SageMaker Runtime, which invokes the models of endpoints.</summary>
internal static class RuntimeService
{
    private static readonly RuntimeJson Json = RuntimeJson.Default;

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
                Operation.Of("InvokeEndpoint", Json.InvokeEndpointInput, Json.InvokeEndpointOutput, invocations.Invoke)
                    .At(new("/endpoints/{EndpointName}/invocations")),
                Operation.Of(
                    "InvokeEndpointWithResponseStream",
                    Json.InvokeEndpointWithResponseStreamInput,
                    Json.InvokeEndpointWithResponseStreamOutput,
                    streams.Invoke).At(new("/endpoints/{EndpointName}/invocations-response-stream")),
                Operation.Of(
                    "InvokeEndpointAsync", Json.InvokeEndpointAsyncInput, Json.InvokeEndpointAsyncOutput, AsyncInvocations.Invoke)
                    .At(new("/endpoints/{EndpointName}/async-invocations", StatusCodes.Status202Accepted)),
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
