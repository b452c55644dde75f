using RollingDeploy.Core.Containers;

namespace RollingDeploy.Core.Traffic;

/// <summary>The invocation operations.</summary>
public enum InvocationWay
{
    /// <summary>InvokeEndpoint: the response is returned as a whole.</summary>
    RealTime,

    /// <summary>InvokeEndpointWithResponseStream: the response is returned in parts.</summary>
    Stream,

    /// <summary>InvokeEndpointAsync: the request is queued, and the response is written to S3.</summary>
    Async,
}

/// <summary>The instances that answer a request, and how they do it.</summary>
public sealed record Invocation
{
    /// <summary>The name of the endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The inference component that answers; null if a variant answers.</summary>
    public string? Component { get; init; }

    /// <summary>The variant that answers.</summary>
    public required string Variant { get; init; }

    /// <summary>The endpoint configuration of the instances that answer.</summary>
    public required string Config { get; init; }

    /// <summary>The model; null for a container without a model.</summary>
    public string? Model { get; init; }

    /// <summary>The container that was invoked directly; null if there is none.</summary>
    public string? Container { get; init; }

    /// <summary>The ID of the instance, or of the copy, if prefix-aware routing chose one; null otherwise.</summary>
    public string? Instance { get; init; }

    /// <summary>
    /// The session of the request. For a new session, the world has assigned the ID. It is null if there is no session.
    /// </summary>
    public string? SessionId { get; init; }

    /// <summary>Whether the response has the format of an explainer.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether the variant is serverless.</summary>
    public bool IsServerless { get; init; }

    /// <summary>The number of instances of this configuration that share the requests.</summary>
    public required int Instances { get; init; }

    /// <summary>The number of instances of the variant that share the requests, in all configurations.</summary>
    public required int InstancesOfVariant { get; init; }

    /// <summary>The behavior of the model.</summary>
    public required ModelBehavior Behavior { get; init; }

    /// <summary>The HTTP status of the container's response: 200, 400 or 500.</summary>
    public required int Status { get; init; }

    /// <summary>The response time of the model.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>The time until the first part of a stream; null if all parts came together.</summary>
    public TimeSpan? FirstPart { get; init; }

    /// <summary>The operation.</summary>
    public required InvocationWay Way { get; init; }

    /// <summary>Whether a stream ended with an error after its first part. Then the status is 200.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>The virtual time of the request.</summary>
    public required DateTimeOffset At { get; init; }
}
