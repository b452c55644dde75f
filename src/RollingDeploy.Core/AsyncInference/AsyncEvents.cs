using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>An instance has begun to process an asynchronous request.</summary>
/// <param name="InferenceId">AWS's InferenceId of the request.</param>
/// <param name="Id">The ID that the world has assigned.</param>
/// <param name="Variant">The variant of the instance.</param>
/// <param name="Config">The endpoint configuration of the instance.</param>
public sealed record AsyncRequestStarted(string InferenceId, string Id, string Variant, string Config) : EventData
{
    /// <summary>The real server that answers; null if the model is simulated.</summary>
    public Uri? Server { get; init; }

    /// <inheritdoc/>
    public override string Kind => "asyncRequestStarted";

    /// <inheritdoc/>
    public override string Sentence => $"Variant {Variant} of {Config} processes the asynchronous request {InferenceId}.";
}

/// <summary>The instance that processed an asynchronous request is gone. The request waits again.</summary>
public sealed record AsyncRequestReturned(string InferenceId, string Id, string Instance) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "asyncRequestReturned";

    /// <inheritdoc/>
    public override string Sentence => $"The asynchronous request {InferenceId} waits again, because its instance {Instance} is gone.";
}

/// <summary>The model has answered an asynchronous request.</summary>
public sealed record AsyncRequestCompleted(string InferenceId, string Id) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "asyncRequestCompleted";

    /// <inheritdoc/>
    public override string Sentence => $"The asynchronous request {InferenceId} was completed.";
}

/// <summary>An asynchronous request has failed.</summary>
public sealed record AsyncRequestFailed(string InferenceId, string Id, string Reason) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "asyncRequestFailed";

    /// <inheritdoc/>
    public override string Sentence => $"The asynchronous request {InferenceId} failed. {Reason}";
}

/// <summary>An asynchronous request has waited for too long.</summary>
public sealed record AsyncRequestExpired(string InferenceId, string Id) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "asyncRequestExpired";

    /// <inheritdoc/>
    public override string Sentence => $"The asynchronous request {InferenceId} expired in the queue.";
}

/// <summary>AWS would notify the SuccessTopic or the ErrorTopic of a request that has ended.</summary>
public sealed record AsyncRequestNotified(string InferenceId, string Id, AsyncRequestState State, string Topic) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "asyncRequestNotified";

    /// <inheritdoc/>
    public override string Sentence => $"The topic {Topic} is notified that the asynchronous request {InferenceId} is {State}.";
}
