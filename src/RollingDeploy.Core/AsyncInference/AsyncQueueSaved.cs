namespace RollingDeploy.Core.AsyncInference;

/// <content>How it is written to and restored from snapshots.</content>
internal sealed partial class AsyncQueue
{
    /// <summary>Returns the state without the requests, for a snapshot.</summary>
    public SavedQueue Save() => new(_endpoint.Name, _last, _expects);

    /// <summary>Continues with the state of a snapshot.</summary>
    public void Restore(SavedQueue saved) => (_last, _expects) = (saved.Last, saved.Expects);

    /// <summary>Returns the requests, for a snapshot.</summary>
    public IEnumerable<SavedRequest> SaveRequests()
    {
        var order = _due.InOrder.Select((request, i) => (request, i)).ToDictionary(each => each.request, each => each.i);
        return _requests.Ended.Concat(_requests.Open).Select(request => request.Save(
            order.TryGetValue(request, out var place) ? place : null,
            _requests.FindByInferenceId(request.InferenceId) == request));
    }

    /// <summary>Adds a request of a snapshot.</summary>
    public void Restore(SavedRequest saved)
    {
        var request = new AsyncRequest(saved);
        _requests.Restore(request, saved.IsNamed);
        if (saved.DueOrder is { } order)
        {
            _due.Restore(request, order);
        }

        switch (request.State)
        {
            case AsyncRequestState.Queued:
                _waiting.Add(request);
                break;
            case AsyncRequestState.Processing:
                _instances.Take(saved.InstanceId ?? throw new InvalidDataException("it is processed by no instance"), request);
                break;
        }
    }
}
