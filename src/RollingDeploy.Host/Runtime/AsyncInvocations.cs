using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// Runs InvokeEndpointAsync. The request runs at once and counts in the metrics. There is no S3 to read the input from or to
/// write the output to.
/// </summary>
internal static class AsyncInvocations
{
    public static Task<InvokeEndpointAsyncOutput> Invoke(InvokeEndpointAsyncInput input, Call call)
    {
        var (invocation, document) = call.Apply(
            new Invoke(call.Region, input.EndpointName!) { Way = InvocationWay.Async },
            static (region, invocation) => (invocation, region.Endpoints.Get(invocation.Endpoint).Current?.Document));
        var output = document is null
            ? null
            : Document.Read<CreateEndpointConfigInput>(document).AsyncInferenceConfig?.OutputConfig;
        return Task.FromResult(new InvokeEndpointAsyncOutput
        {
            InferenceId = input.InferenceId ?? invocation.InferenceId,
            OutputLocation = Join(output?.S3OutputPath, input.S3OutputPathExtension, input.Filename ?? $"{invocation.InferenceId}.out"),
            FailureLocation = Join(output?.S3FailurePath, null, $"{invocation.InferenceId}-error.out"),
        });
    }

    private static string? Join(string? path, string? extension, string file) => path is null
        ? null
        : string.Join('/', new[] { path.TrimEnd('/'), extension?.Trim('/'), file }.Where(part => !string.IsNullOrEmpty(part)));
}
