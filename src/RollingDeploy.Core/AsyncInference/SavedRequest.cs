using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>The queue of an endpoint without its requests, in a snapshot.</summary>
/// <param name="Endpoint">The name of the endpoint.</param>
/// <param name="Last">The number of requests so far.</param>
/// <param name="Expects">When the next request is due; null if none is.</param>
internal sealed record SavedQueue(string Endpoint, long Last, DateTimeOffset? Expects = null);

/// <summary>An asynchronous request, in a snapshot.</summary>
/// <param name="Call">The call, which names the endpoint.</param>
/// <param name="Id">The assigned ID.</param>
/// <param name="Number">Its place in the order of the requests.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Due">When it expires or ends.</param>
/// <param name="State">The state.</param>
/// <param name="StartedAt">When an instance began to process it.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Invocation">How the model answers.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="Answer">The answer of a real server.</param>
/// <param name="FailureReason">Why it failed.</param>
/// <param name="OutputLocation">Where AWS would write the response.</param>
/// <param name="FailureLocation">Where AWS would write a failure.</param>
/// <param name="NotifiedTopic">The topic that was notified of the end.</param>
/// <param name="DueOrder">Its place among those that are due at the same time; null if it is not due.</param>
/// <param name="IsNamed">Whether its InferenceId stands for it, and not for a later one.</param>
internal sealed record SavedRequest(
    InvokeAsync Call,
    string Id,
    long Number,
    DateTimeOffset ReceivedAt,
    DateTimeOffset Due,
    AsyncRequestState State = AsyncRequestState.Queued,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null,
    Invocation? Invocation = null,
    string? InstanceId = null,
    AsyncAnswer? Answer = null,
    string? FailureReason = null,
    string? OutputLocation = null,
    string? FailureLocation = null,
    string? NotifiedTopic = null,
    int? DueOrder = null,
    bool IsNamed = true);
