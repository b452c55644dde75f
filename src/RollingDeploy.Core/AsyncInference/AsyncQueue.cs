using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>
/// The requests of an asynchronous endpoint. The oldest one goes first. An instance processes as many requests at the same time
/// as the configuration says, each for as long as the model takes.
/// </summary>
internal sealed class AsyncQueue
{
    private readonly Endpoint _endpoint;
    private readonly AsyncPublisher _publisher;
    private readonly Queue<AsyncRequest> _waiting = [];
    private readonly KeptRequests _requests = new();
    private readonly Dictionary<(string Config, string Variant), int> _inProgress = [];
    private readonly PriorityQueue<AsyncRequest, (DateTimeOffset Due, long Order)> _due = new();
    private DateTimeOffset? _expects;
    private long _order;

    public AsyncQueue(Endpoint endpoint)
    {
        _endpoint = endpoint;
        _publisher = new(endpoint);
    }

    private Region Region => _endpoint.Region;

    private Owner Owner => _endpoint.Owner with { Type = OwnerType.AsyncQueue };

    /// <summary>Adds a request. It is processed at once if an instance is free.</summary>
    public AsyncRequest Add(InvokeAsync call)
    {
        Region.Quarantine.Remove(Owner);
        var request = new AsyncRequest(call, Region.Chance.Inferences.NextUuid(), Region.Now, SettingsOf(_endpoint));
        _requests.Add(request);
        _waiting.Enqueue(request);
        Await(request);
        Work();
        return request;
    }

    /// <summary>Returns a request by its ID or its InferenceId, the newest one first; null if it is not kept.</summary>
    public AsyncRequest? Find(string id) => _requests.Find(id);

    /// <summary>Records the answer of a real server. Returns false if the request has ended before.</summary>
    public bool Answered(RecordAsyncAnswer answer)
    {
        if (Find(answer.Id) is not { State: AsyncRequestState.Processing, Invocation.Behavior.ForwardTo: not null } request)
        {
            return false;
        }

        request.Keep(answer.Answer, answer.Took);
        EndProcessing(request);
        Work();
        return true;
    }

    /// <summary>Publishes the backlog of a minute.</summary>
    public static void Publish(BacklogMinute it) => it.Endpoint.AsyncQueue.PublishBacklog(it.Minute);

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

    private void PublishBacklog(DateTimeOffset minute)
    {
        var instances = Serving.Of(_endpoint).Sum(serving => serving.Instances);
        _publisher.Backlog(_requests.Open, instances, minute);
    }

    private static AsyncSettings SettingsOf(Endpoint endpoint) =>
        endpoint.Current!.Variants.Select(variant => variant.Spec.Async).OfType<AsyncSettings>().First();

    // Ends what is due, begins what can begin, and schedules the next time.
    private void Work() => Guard.Run(Region, Owner, this, static (_, queue) =>
    {
        queue.EndDue();
        queue.BeginWaiting();
        queue.Schedule();
    });

    private void EndDue()
    {
        while (TryPeekDue(out var request, out var due) && due <= Region.Now)
        {
            _due.Dequeue();
            if (request.State == AsyncRequestState.Queued)
            {
                request.End(AsyncRequestState.Expired, Region.Now, "The request waited in the queue for longer than its RequestTTLSeconds.");
                Ended(request);
            }
            else
            {
                EndProcessing(request);
            }
        }
    }

    private void EndProcessing(AsyncRequest request)
    {
        var invocation = request.Invocation!;
        var place = (invocation.Config, invocation.Variant);
        _inProgress[place]--;
        var limit = TimeSpan.FromSeconds(request.Call.InvocationTimeoutSeconds);
        var isLate = request.Answer is null && (invocation.Behavior.ForwardTo is not null || invocation.Latency > limit);
        var reason = isLate ? $"The model did not answer within {limit.TotalSeconds} s, the InvocationTimeoutSeconds of the request."
            : invocation.Status != 200 ? $"The model answered {invocation.Status}."
            : null;
        request.End(reason is null ? AsyncRequestState.Completed : AsyncRequestState.Failed, Region.Now, reason);
        _publisher.Processed(request, isLate ? (500, limit) : (invocation.Status, invocation.Latency));
        Ended(request);
    }

    private void BeginWaiting()
    {
        if (!_endpoint.Serves || !TryPeekWaiting(out var request))
        {
            return;
        }

        var serving = Serving.Of(_endpoint);
        while (TryPeekWaiting(out request) && serving.FindAll(IsFree) is { Count: > 0 } free)
        {
            _waiting.Dequeue();
            Begin(request, Router.Choose(free, null, Region.Chance.Requests.Routes));
        }
    }

    private bool IsFree(Serving serving) =>
        _inProgress.GetValueOrDefault((serving.Spec.ConfigName, serving.Spec.VariantName))
        < serving.Instances * (serving.Spec.Async?.Concurrency ?? AsyncSettings.DefaultConcurrency);

    private void Begin(AsyncRequest request, Serving serving)
    {
        var call = new Invoke(Region.Name, _endpoint.Name) { Way = InvocationWay.Async };
        var invocation = call.Answer(Region, _endpoint, serving, Region.Chance.Requests);
        var server = invocation.Behavior.ForwardTo;
        var limit = TimeSpan.FromSeconds(request.Call.InvocationTimeoutSeconds);
        var place = (invocation.Config, invocation.Variant);
        _inProgress[place] = _inProgress.GetValueOrDefault(place) + 1;
        request.Begin(invocation, Region.Now + (server is null && invocation.Latency < limit ? invocation.Latency : limit));
        _endpoint.Log(
            new AsyncRequestStarted(request.InferenceId, request.Id, invocation.Variant, invocation.Config) { Server = server });
        if (server is not null && request.Call.Body is null)
        {
            // There is no S3 from which the input could be downloaded, so the server is not asked.
            _inProgress[place]--;
            request.End(AsyncRequestState.Failed, Region.Now, "The input could not be downloaded: RollingDeploy has no S3.");
            Ended(request);
        }
        else
        {
            Await(request);
        }
    }

    private void Ended(AsyncRequest request)
    {
        _requests.Ended(request);
        _publisher.Ended(request, SettingsOf(_endpoint));
    }

    private void Await(AsyncRequest request) => _due.Enqueue(request, (request.Due, _order++));

    // A request has an entry for each of its states. Those of past states are passed over.
    private bool TryPeekDue(out AsyncRequest request, out DateTimeOffset due)
    {
        while (_due.TryPeek(out request!, out var at))
        {
            due = at.Due;
            if (!request.HasEnded && request.Due == due)
            {
                return true;
            }

            _due.Dequeue();
        }

        due = default;
        return false;
    }

    private bool TryPeekWaiting(out AsyncRequest request)
    {
        while (_waiting.TryPeek(out request!))
        {
            if (request.State == AsyncRequestState.Queued)
            {
                return true;
            }

            _waiting.Dequeue();
        }

        return false;
    }

    private void Schedule()
    {
        if (TryPeekDue(out _, out var due) && !(_expects <= due))
        {
            _expects = due;
            Region.Schedule.Add(due, DueKind.Requests, _endpoint.Owner);
        }
    }
}
