using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>The states of an asynchronous request.</summary>
public enum AsyncRequestState
{
    /// <summary>It waits for an instance.</summary>
    Queued,

    /// <summary>An instance processes it.</summary>
    Processing,

    /// <summary>The model has answered.</summary>
    Completed,

    /// <summary>The model has answered with an error or not in time, or the input could not be downloaded.</summary>
    Failed,

    /// <summary>It waited for longer than its RequestTTLSeconds.</summary>
    Expired,
}

/// <summary>A request to an asynchronous endpoint.</summary>
public sealed class AsyncRequest
{
    internal AsyncRequest(InvokeAsync call, string id, long number, DateTimeOffset receivedAt, AsyncSettings settings)
    {
        Call = call;
        Id = id;
        Number = number;
        ReceivedAt = receivedAt;
        Due = receivedAt.AddSeconds(call.TtlSeconds);
        OutputLocation = Join(settings.OutputPath, call.OutputPathExtension, call.OutputFile ?? $"{id}.out");
        FailureLocation = Join(settings.FailurePath, null, $"{id}-error.out");
    }

    internal AsyncRequest(SavedRequest saved)
    {
        (Call, Id, Number, ReceivedAt, Due) = (saved.Call, saved.Id, saved.Number, saved.ReceivedAt, saved.Due);
        (State, StartedAt, EndedAt) = (saved.State, saved.StartedAt, saved.EndedAt);
        (Invocation, InstanceId, Answer) = (saved.Invocation, saved.InstanceId, saved.Answer);
        (FailureReason, NotifiedTopic) = (saved.FailureReason, saved.NotifiedTopic);
        (OutputLocation, FailureLocation) = (saved.OutputLocation, saved.FailureLocation);
    }

    /// <summary>The call.</summary>
    public InvokeAsync Call { get; }

    /// <summary>The ID that the world has assigned. It is the name of the output file, if the call has none.</summary>
    public string Id { get; }

    /// <summary>AWS's InferenceId: that of the call, or the assigned one.</summary>
    public string InferenceId => Call.InferenceId ?? Id;

    /// <summary>The state.</summary>
    public AsyncRequestState State { get; private set; }

    /// <summary>When the request was received.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>When an instance began to process it; null while it waits.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The instances that process it, and how the model answers; null while it waits.</summary>
    public Invocation? Invocation { get; private set; }

    /// <summary>The instance that processes it, or did last; null if none has begun to.</summary>
    public string? InstanceId { get; private set; }

    /// <summary>The answer of a real server, in Base64; null without one.</summary>
    public AsyncAnswer? Answer { get; private set; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? FailureReason { get; private set; }

    /// <summary>Where AWS would write the response; null without an S3OutputPath.</summary>
    public string? OutputLocation { get; }

    /// <summary>Where AWS would write a failure; null without an S3FailurePath.</summary>
    public string? FailureLocation { get; }

    /// <summary>The topic that was notified of the end; null if there is none.</summary>
    public string? NotifiedTopic { get; internal set; }

    /// <summary>Its place in the order of the endpoint's requests.</summary>
    internal long Number { get; }

    /// <summary>When it expires, while it waits. When it ends, while it is processed.</summary>
    internal DateTimeOffset Due { get; private set; }

    internal bool HasEnded => EndedAt is not null;

    internal TimeSpan Waited => StartedAt is { } started ? started - ReceivedAt : TimeSpan.Zero;

    internal void Begin(Invocation invocation, string instance, DateTimeOffset due)
    {
        (State, StartedAt, Invocation, InstanceId, Due) =
            (AsyncRequestState.Processing, invocation.At, invocation, instance, due);
    }

    /// <summary>Lets it wait again, because its instance is gone. The time that it may wait begins again.</summary>
    internal void Return(DateTimeOffset now)
    {
        (State, StartedAt, Invocation) = (AsyncRequestState.Queued, null, null);
        Due = now.AddSeconds(Call.TtlSeconds);
    }

    internal void End(AsyncRequestState state, DateTimeOffset at, string? failureReason)
    {
        (State, EndedAt, FailureReason, Due) = (state, at, failureReason, DateTimeOffset.MaxValue);
    }

    internal void Keep(AsyncAnswer answer, TimeSpan took) =>
        (Answer, Invocation) = (answer, Invocation! with { Status = answer.Status, Latency = took });

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedRequest Save(int? dueOrder, bool isNamed) => new(
        Call, Id, Number, ReceivedAt, Due, State, StartedAt, EndedAt, Invocation, InstanceId, Answer, FailureReason,
        OutputLocation, FailureLocation, NotifiedTopic, dueOrder, isNamed);

    private static string? Join(string? path, string? extension, string file) => path is null
        ? null
        : string.Join('/', new[] { path.TrimEnd('/'), extension?.Trim('/'), file }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>The answer of a real server.</summary>
/// <param name="Status">The status that counts in the metrics: 200, 4xx or 500.</param>
/// <param name="Body">The body in Base64, or a text that says why there is none.</param>
/// <param name="ContentType">The content type.</param>
public sealed record AsyncAnswer(int Status, string Body, string ContentType);
