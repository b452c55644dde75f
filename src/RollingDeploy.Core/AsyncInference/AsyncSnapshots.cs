using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>Writes and reads asynchronous requests in snapshots.</summary>
internal static class AsyncSnapshots
{
    /// <summary>Returns the queues.</summary>
    public static IEnumerable<SavedQueue> SaveQueues(Region region) => Queues(region).Select(queue => queue.Save());

    /// <summary>Restores a queue.</summary>
    public static void Restore(Region region, SavedQueue saved) =>
        TrafficSnapshots.EndpointOf(region, saved.Endpoint).AsyncQueue.Restore(saved);

    /// <summary>Returns the requests.</summary>
    public static IEnumerable<SavedRequest> SaveRequests(Region region) =>
        Queues(region).SelectMany(queue => queue.SaveRequests());

    /// <summary>Restores a request.</summary>
    public static void Restore(Region region, SavedRequest saved) =>
        TrafficSnapshots.EndpointOf(region, saved.Call.EndpointName).AsyncQueue.Restore(saved);

    private static IEnumerable<AsyncQueue> Queues(Region region) =>
        region.Endpoints.All.Select(endpoint => endpoint.FindAsyncQueue()).OfType<AsyncQueue>();
}
