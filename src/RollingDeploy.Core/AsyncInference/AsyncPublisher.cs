using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>Publishes the metrics and the events of asynchronous requests.</summary>
internal sealed class AsyncPublisher(Endpoint endpoint)
{
    private readonly MetricGroups _groups = new(endpoint.Region);

    /// <summary>Publishes the metrics of a request that a model has processed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="outcome">The status and the latency that count.</param>
    public void Processed(AsyncRequest request, (int Status, TimeSpan Latency) outcome)
    {
        var invocation = request.Invocation!;
        var load = Load.Of(outcome.Status, outcome.Latency, invocation.Instances, invocation.InstancesOfVariant);
        var who = new Answerer(null, invocation.Variant, invocation.Config, IsServerless: false);
        AsyncMetrics.Publish(_groups, endpoint.Name, who, load, request.Waited, endpoint.Region.Now);
    }

    /// <summary>Writes the event of a request that has ended, and notifies the topic of the configuration.</summary>
    public void Ended(AsyncRequest request, AsyncSettings settings)
    {
        var now = endpoint.Region.Now;
        switch (request.State)
        {
            case AsyncRequestState.Expired:
                AsyncMetrics.PublishExpired(_groups, endpoint.Name, endpoint.Current!.Variants[0].Spec.VariantName, now);
                endpoint.Log(new AsyncRequestExpired(request.InferenceId, request.Id));
                break;
            case AsyncRequestState.Failed:
                if (request.Invocation is { Behavior.ForwardTo: not null } && request.Call.Body is null)
                {
                    AsyncMetrics.PublishLost(_groups, endpoint.Name, request.Invocation.Variant, now);
                }

                endpoint.Log(new AsyncRequestFailed(request.InferenceId, request.Id, request.FailureReason!));
                break;
            default:
                endpoint.Log(new AsyncRequestCompleted(request.InferenceId, request.Id));
                break;
        }

        request.NotifiedTopic = request.State == AsyncRequestState.Completed ? settings.SuccessTopic : settings.ErrorTopic;
        if (request.NotifiedTopic is { } topic)
        {
            var isGood = request.State == AsyncRequestState.Completed;
            endpoint.Region.Log(
                SubjectType.Endpoint,
                endpoint.Name,
                new AsyncRequestNotified(request.InferenceId, request.Id, request.State, topic),
                new AsyncRequestFacts(request, isGood ? settings.IncludesSuccess : settings.IncludesError));
        }
    }

    /// <summary>Publishes the backlog of a minute.</summary>
    /// <param name="open">The requests that wait or are being processed, oldest first.</param>
    /// <param name="instances">The instances in service.</param>
    /// <param name="it">The minute.</param>
    public void Backlog(IReadOnlyCollection<AsyncRequest> open, int instances, BacklogMinute it)
    {
        var oldest = open.Count > 0 ? endpoint.Region.Now - open.First().ReceivedAt : TimeSpan.Zero;
        AsyncMetrics.PublishBacklog(it.Groups, endpoint.Name, open.Count, instances, oldest, it.Minute);
        it.HasRequests = open.Count > 0;
    }
}
