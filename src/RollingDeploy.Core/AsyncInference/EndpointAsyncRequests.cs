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
        /// Returns an asynchronous request by its ID or its InferenceId; null if there is none, or if it ended long ago.
        /// </summary>
        public AsyncRequest? FindAsyncRequest(string id) => endpoint.Find(QueueSlot)?.Find(id);

        /// <summary>Returns the queue; null if there was no request yet.</summary>
        internal AsyncQueue? FindAsyncQueue() => endpoint.Find(QueueSlot);
    }
}
