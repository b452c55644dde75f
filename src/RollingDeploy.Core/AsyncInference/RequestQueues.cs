namespace RollingDeploy.Core.AsyncInference;

/// <summary>The requests that wait for an instance, oldest first.</summary>
internal sealed class WaitingRequests
{
    private readonly PriorityQueue<AsyncRequest, long> _queue = new();

    public void Add(AsyncRequest request) => _queue.Enqueue(request, request.Number);

    /// <summary>Returns the oldest request and leaves it in the queue. Requests that have expired are removed.</summary>
    public bool TryPeek(out AsyncRequest request)
    {
        while (_queue.TryPeek(out request!, out _))
        {
            if (request.State == AsyncRequestState.Queued)
            {
                return true;
            }

            _queue.Dequeue();
        }

        return false;
    }

    public void Dequeue() => _queue.Dequeue();
}

/// <summary>When requests expire or end, earliest first.</summary>
internal sealed class DueRequests
{
    private readonly PriorityQueue<AsyncRequest, (DateTimeOffset Due, long Order)> _queue = new();
    private long _order;

    public void Add(AsyncRequest request) => _queue.Enqueue(request, (request.Due, _order++));

    /// <summary>The requests that are due some time, each once, in their order.</summary>
    public IEnumerable<AsyncRequest> InOrder => _queue.UnorderedItems
        .Where(item => !item.Element.HasEnded && item.Element.Due == item.Priority.Due)
        .OrderBy(item => item.Priority)
        .Select(item => item.Element)
        .Distinct();

    /// <summary>Adds a request of a snapshot with its place among those that are due at the same time.</summary>
    public void Restore(AsyncRequest request, long order)
    {
        _queue.Enqueue(request, (request.Due, order));
        _order = Math.Max(_order, order + 1);
    }

    /// <summary>
    /// Returns the next request and leaves it in the queue. A request has an entry for each of its states, and those of past
    /// states are removed.
    /// </summary>
    public bool TryPeek(out AsyncRequest request, out DateTimeOffset due)
    {
        while (_queue.TryPeek(out request!, out var at))
        {
            due = at.Due;
            if (!request.HasEnded && request.Due == due)
            {
                return true;
            }

            _queue.Dequeue();
        }

        due = default;
        return false;
    }

    public void Dequeue() => _queue.Dequeue();
}
