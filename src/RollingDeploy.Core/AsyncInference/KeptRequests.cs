namespace RollingDeploy.Core.AsyncInference;

/// <summary>The requests of an endpoint: all that have not ended, and the last of those that have.</summary>
internal sealed class KeptRequests
{
    /// <summary>The number of ended requests that are kept.</summary>
    private const int MostEnded = 1000;

    private readonly Dictionary<string, AsyncRequest> _byId = new(StringComparer.Ordinal);

    // The InferenceId of a caller can be any text, also the ID of another request.
    private readonly Dictionary<string, AsyncRequest> _byInferenceId = new(StringComparer.Ordinal);
    private readonly LinkedList<AsyncRequest> _open = [];
    private readonly Dictionary<AsyncRequest, LinkedListNode<AsyncRequest>> _nodes = [];
    private readonly Queue<AsyncRequest> _ended = [];

    /// <summary>The requests that have not ended, oldest first.</summary>
    public IReadOnlyCollection<AsyncRequest> Open => _open;

    public void Add(AsyncRequest request)
    {
        _byId[request.Id] = request;
        _byInferenceId[request.InferenceId] = request;
        _nodes[request] = _open.AddLast(request);
    }

    /// <summary>Returns the request with an assigned ID; null if it is not kept.</summary>
    public AsyncRequest? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Returns the newest request with an InferenceId, or with this assigned ID; null if it is not kept.</summary>
    public AsyncRequest? FindByInferenceId(string id) => _byInferenceId.GetValueOrDefault(id) ?? Find(id);

    /// <summary>The kept requests that have ended, in the order of their ends.</summary>
    public IReadOnlyCollection<AsyncRequest> Ended => _ended;

    /// <summary>Adds a request of a snapshot. Those that have ended come in the order of their ends.</summary>
    public void Restore(AsyncRequest request, bool isNamed)
    {
        _byId.Add(request.Id, request);
        if (isNamed)
        {
            _byInferenceId[request.InferenceId] = request;
        }

        if (request.HasEnded)
        {
            _ended.Enqueue(request);
        }
        else
        {
            _nodes[request] = _open.AddLast(request);
        }
    }

    public void End(AsyncRequest request)
    {
        _nodes.Remove(request, out var node);
        _open.Remove(node!);
        _ended.Enqueue(request);
        if (_ended.Count > MostEnded)
        {
            Forget(_ended.Dequeue());
        }
    }

    private void Forget(AsyncRequest request)
    {
        _byId.Remove(request.Id);

        // A later request can have the same InferenceId.
        if (_byInferenceId.GetValueOrDefault(request.InferenceId) == request)
        {
            _byInferenceId.Remove(request.InferenceId);
        }
    }
}
