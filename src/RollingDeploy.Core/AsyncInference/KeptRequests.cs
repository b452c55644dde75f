namespace RollingDeploy.Core.AsyncInference;

/// <summary>The requests of an endpoint: all that have not ended, and the last of those that have.</summary>
internal sealed class KeptRequests
{
    /// <summary>The number of ended requests that are kept.</summary>
    private const int MostEnded = 1000;

    private readonly Dictionary<string, AsyncRequest> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<AsyncRequest> _open = [];
    private readonly Dictionary<AsyncRequest, LinkedListNode<AsyncRequest>> _nodes = [];
    private readonly Queue<AsyncRequest> _ended = [];

    /// <summary>The requests that have not ended, oldest first.</summary>
    public IReadOnlyCollection<AsyncRequest> Open => _open;

    public void Add(AsyncRequest request)
    {
        _byId[request.Id] = request;
        _byId[request.InferenceId] = request;
        _nodes[request] = _open.AddLast(request);
    }

    public AsyncRequest? Find(string id) => _byId.GetValueOrDefault(id);

    public void Ended(AsyncRequest request)
    {
        _nodes.Remove(request, out var node);
        _open.Remove(node!);
        _ended.Enqueue(request);
        if (_ended.Count > MostEnded)
        {
            Forget(_ended.Dequeue());
        }
    }

    // A later request can have the same InferenceId.
    private void Forget(AsyncRequest request)
    {
        foreach (var id in new[] { request.Id, request.InferenceId })
        {
            if (Find(id) == request)
            {
                _byId.Remove(id);
            }
        }
    }
}
