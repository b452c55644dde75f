using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>The asynchronous requests of an endpoint.</summary>
public static class EndpointAsyncRequests
{
    private static readonly Slot<Deployable, AsyncQueue> QueueSlot = new(static subject => new AsyncQueue((Endpoint)subject));

    extension(Endpoint endpoint)
    {
        /// <summary>The queue. It is created with the first request.</summary>
        internal AsyncQueue AsyncQueue => endpoint.Get(QueueSlot);

        /// <summary>
        /// Returns the newest asynchronous request with an InferenceId; null if there is none, or if it ended long ago.
        /// </summary>
        public AsyncRequest? FindAsyncRequest(string inferenceId) =>
            endpoint.Find(QueueSlot)?.Requests.FindByInferenceId(inferenceId);

        /// <summary>Returns the call of the asynchronous request with an assigned ID; null if it is not kept.</summary>
        public InvokeAsync? FindAsyncCall(string id) => endpoint.Find(QueueSlot)?.Requests.Find(id)?.Call;

        /// <summary>Returns the queue; null if there was no request yet.</summary>
        internal AsyncQueue? FindAsyncQueue() => endpoint.Find(QueueSlot);
    }
}
