using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// Runs InvokeEndpointAsync. The request is queued and processed in virtual time. There is no S3 to read the input from or to
/// write the output to.
/// </summary>
internal static class AsyncInvocations
{
    public static InvokeEndpointAsyncOutput Invoke(InvokeEndpointAsyncInput input, Call call)
    {
        var hasBody = input.Body is { Length: > 0 };
        if (hasBody == input.InputLocation is not null)
        {
            throw SageMakerErrors.Validation("Exactly one of InputLocation and Body must be specified.");
        }

        var command = new InvokeAsync(call.Region, input.EndpointName!)
        {
            InferenceId = input.InferenceId,
            InputLocation = input.InputLocation,
            Body = hasBody ? Convert.ToBase64String(input.Body!) : null,
            ContentType = input.ContentType,
            Accept = input.Accept,
            CustomAttributes = input.CustomAttributes,
            OutputPathExtension = input.S3OutputPathExtension,
            OutputFile = input.Filename,
            RequestId = call.RequestId,
        };
        return call.Apply(
            command with
            {
                TtlSeconds = input.RequestTTLSeconds ?? command.TtlSeconds,
                InvocationTimeoutSeconds = input.InvocationTimeoutSeconds ?? command.InvocationTimeoutSeconds,
            },
            static (_, request) => new InvokeEndpointAsyncOutput
            {
                InferenceId = request.InferenceId,
                OutputLocation = request.OutputLocation,
                FailureLocation = request.FailureLocation,
            });
    }
}
