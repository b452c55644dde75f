using System.Text;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Host.Servers;

namespace RollingDeploy.Host.Runtime;

/// <summary>Makes the answers to asynchronous requests that have ended.</summary>
internal static class AsyncAnswers
{
    /// <summary>
    /// Returns the answer of the model; null if there is none. A simulated model gets the body of the request; for an input in S3
    /// it gets the location.
    /// </summary>
    public static ModelAnswer? Of(AsyncRequest request)
    {
        if (request.Answer is { } real)
        {
            return new(real.Status, Convert.FromBase64String(real.Body)) { ContentType = real.ContentType };
        }

        if (request is not { State: AsyncRequestState.Completed or AsyncRequestState.Failed, Invocation: { } invocation }
            || invocation.Behavior.ForwardTo is not null
            || invocation.Latency.TotalSeconds > request.Call.InvocationTimeoutSeconds)
        {
            return null;
        }

        var call = request.Call;
        var body = call.Body is { } given ? Convert.FromBase64String(given) : Encoding.UTF8.GetBytes(call.InputLocation!);
        return SimulatedModel.Answer(
            invocation, new(body) { ContentType = call.ContentType, CustomAttributes = call.CustomAttributes });
    }
}
