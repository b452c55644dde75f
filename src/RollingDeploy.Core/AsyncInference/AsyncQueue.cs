using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>
/// The requests of an asynchronous endpoint. The oldest one goes first. An instance processes as many requests at the same time
/// as the configuration says, each for as long as the model takes.
/// </summary>
internal sealed partial class AsyncQueue
{
    private readonly Endpoint _endpoint;
    private readonly AsyncPublisher _publisher;
    private readonly WaitingRequests _waiting = new();
    private readonly DueRequests _due = new();
    private readonly KeptRequests _requests = new();
    private readonly WorkingInstances _instances;
    private DateTimeOffset? _expects;
    private long _last;

    public AsyncQueue(Endpoint endpoint)
    {
        _endpoint = endpoint;
        _publisher = new(endpoint);
        _instances = new(endpoint);
    }

    private Region Region => _endpoint.Region;

    private Owner Owner => _endpoint.Owner with { Type = OwnerType.AsyncQueue };

    /// <summary>Adds a request. It is processed at once if an instance is free.</summary>
    public AsyncRequest Add(InvokeAsync call)
    {
        Region.Quarantine.Remove(Owner);
        _endpoint.Meter.BacklogChanges();
        var request = new AsyncRequest(
            call, Region.Chance.Inferences.NextUuid(), _last++, Region.Now, SettingsOf(_endpoint));
        _requests.Add(request);
        _waiting.Add(request);
        _due.Add(request);
        Work();
        return request;
    }

    /// <summary>The requests.</summary>
    public KeptRequests Requests => _requests;

    /// <summary>Records the answer of a real server. Returns false if the request has ended before.</summary>
    public bool Answered(RecordAsyncAnswer answer)
    {
        if (_requests.Find(answer.Id)
            is not { State: AsyncRequestState.Processing, Invocation.Behavior.ForwardTo: not null } request)
        {
            return false;
        }

        request.Keep(answer.Answer, answer.Took);
        EndProcessing(request);
        Work();
        return true;
    }

    /// <summary>Publishes the backlog of a minute.</summary>
    public static void Publish(BacklogMinute it) => it.Endpoint.AsyncQueue.PublishBacklog(it);

    /// <summary>Processes waiting requests after a change of the fleets or of the shares of the traffic.</summary>
    public static void FleetsHaveChanged(Deployments.Deployable subject)
    {
        if (subject is Endpoint endpoint && endpoint.FindAsyncQueue() is { } queue)
        {
            queue.Work();
        }
    }

    /// <summary>Ends the requests of an endpoint that are due, unless the endpoint was deleted.</summary>
    public static void RequestsAreDue(Region region, string name)
    {
        if (region.Endpoints.TryGet(name, out var endpoint)
            && endpoint.FindAsyncQueue() is { } queue
            && queue._expects <= region.Now)
        {
            queue._expects = null;
            queue.Work();
        }
    }

    private void PublishBacklog(BacklogMinute it)
    {
        var instances = Serving.Of(_endpoint).Sum(serving => serving.Instances);
        _publisher.Backlog(_requests.Open, instances, it);
    }

    private static AsyncSettings SettingsOf(Endpoint endpoint) =>
        endpoint.Current!.Variants.Select(variant => variant.Spec.Async).OfType<AsyncSettings>().First();

    // Ends what is due, begins what can begin, and schedules the next time.
    private void Work() => Guard.Run(Region, Owner, this, static (_, queue) =>
    {
        queue.EndDue();
        if (queue._endpoint.Status == EndpointStatus.Deleting)
        {
            queue.EndAll();
        }

        queue.ReturnLost();
        queue.BeginWaiting();
        queue.Schedule();
    });

    private void EndDue()
    {
        while (_due.TryPeek(out var request, out var due) && due <= Region.Now)
        {
            _due.Dequeue();
            if (request.State == AsyncRequestState.Queued)
            {
                End(request, AsyncRequestState.Expired, "The request waited in the queue for longer than its RequestTTLSeconds.");
            }
            else
            {
                EndProcessing(request);
            }
        }
    }

    private void EndAll()
    {
        foreach (var request in _requests.Open.ToList())
        {
            End(request, AsyncRequestState.Failed, "The endpoint was deleted.");
        }
    }

    private void EndProcessing(AsyncRequest request)
    {
        var invocation = request.Invocation!;
        var limit = TimeSpan.FromSeconds(request.Call.InvocationTimeoutSeconds);
        var isLate = request.Answer is null && (invocation.Behavior.ForwardTo is not null || invocation.Latency > limit);
        var reason = isLate ? $"The model did not answer within {limit.TotalSeconds} s, the InvocationTimeoutSeconds of the request."
            : invocation.Status != 200 ? $"The model answered {invocation.Status}."
            : null;
        _publisher.Processed(request, isLate ? (500, limit) : (invocation.Status, invocation.Latency));
        End(request, reason is null ? AsyncRequestState.Completed : AsyncRequestState.Failed, reason);
    }

    // A request is not lost with its instance. It waits again, and it is the next one.
    private void ReturnLost()
    {
        foreach (var request in _instances.Lost())
        {
            _instances.Release(request);
            _endpoint.Log(new AsyncRequestReturned(request.InferenceId, request.Id, request.InstanceId!));
            request.Return(Region.Now);
            _waiting.Add(request);
            _due.Add(request);
        }
    }

    private void BeginWaiting()
    {
        if (!_endpoint.Serves || !_waiting.TryPeek(out _))
        {
            return;
        }

        var serving = Serving.Of(_endpoint);
        while (_waiting.TryPeek(out var request)
            && serving.FindAll(each => _instances.FreeIn(each) is not null) is { Count: > 0 } free)
        {
            _waiting.Dequeue();
            var chosen = Router.Choose(free, null, Region.Chance.Requests.Routes);
            Begin(request, chosen, _instances.FreeIn(chosen)!);
        }
    }

    private void Begin(AsyncRequest request, Serving serving, Instance instance)
    {
        var call = new Invoke(Region.Name, _endpoint.Name) { Way = InvocationWay.Async };
        var invocation = call.Answer(Region, _endpoint, serving, Region.Chance.Requests);
        var server = invocation.Behavior.ForwardTo;
        var limit = TimeSpan.FromSeconds(request.Call.InvocationTimeoutSeconds);
        request.Begin(
            invocation, instance.Id, Region.Now + (server is null && invocation.Latency < limit ? invocation.Latency : limit));
        _instances.Take(instance.Id, request);
        _endpoint.Log(
            new AsyncRequestStarted(request.InferenceId, request.Id, invocation.Variant, invocation.Config) { Server = server });
        if (server is not null && request.Call.Body is null)
        {
            // There is no S3 from which the input could be downloaded, so the server is not asked.
            End(request, AsyncRequestState.Failed, "The input could not be downloaded: RollingDeploy has no S3.");
        }
        else
        {
            _due.Add(request);
        }
    }

    private void End(AsyncRequest request, AsyncRequestState state, string? reason)
    {
        if (request.State == AsyncRequestState.Processing)
        {
            _instances.Release(request);
        }

        request.End(state, Region.Now, reason);
        _requests.End(request);
        _publisher.Ended(request, SettingsOf(_endpoint));
    }

    private void Schedule()
    {
        if (_due.TryPeek(out _, out var due) && !(_expects <= due))
        {
            _expects = due;
            Region.Schedule.Add(due, DueKind.Requests, _endpoint.Owner);
        }
    }
}
