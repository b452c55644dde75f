namespace RollingDeploy.Core.Traffic;

/// <summary>
/// The requests in flight on the instances of an endpoint with prefix-aware routing. Only requests to real servers are in flight:
/// a simulated model answers at the moment of the request.
/// </summary>
internal sealed class InFlightTable
{
    /// <summary>
    /// The time after which a request is no longer counted, even if its answer was never recorded: a container must end a stream
    /// within it (endpoint-metrics.md §4.1).
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private readonly List<(string Instance, DateTimeOffset Until)> _requests = [];

    /// <summary>Returns the number of requests in flight on an instance.</summary>
    public int Of(string instance, DateTimeOffset now) => _requests.Count(each => each.Instance == instance && each.Until > now);

    /// <summary>Returns the requests, for a snapshot; null if there are none.</summary>
    public SavedInFlight? Save(string endpoint) => _requests.Count == 0
        ? null
        : new(endpoint, [.. _requests.Select(each => new SavedFlight(each.Instance, each.Until))]);

    /// <summary>Adds the requests of a snapshot.</summary>
    public void Restore(SavedInFlight saved) => _requests.AddRange(saved.Requests.Select(each => (each.Instance, each.Until)));

    /// <summary>Counts a request that a real server will answer.</summary>
    public void Begin(Invocation invocation)
    {
        _requests.RemoveAll(each => each.Until <= invocation.At);
        if (invocation is { Instance: { } instance, Behavior.ForwardTo: not null })
        {
            _requests.Add((instance, invocation.At + Longest));
        }
    }

    /// <summary>Stops counting a request that was answered.</summary>
    public void End(Invocation invocation)
    {
        if (_requests.FindIndex(each => each == (invocation.Instance, invocation.At + Longest)) is var index and >= 0)
        {
            _requests.RemoveAt(index);
        }
    }
}
