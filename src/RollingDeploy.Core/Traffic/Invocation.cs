using RollingDeploy.Core.Containers;

namespace RollingDeploy.Core.Traffic;

/// <summary>The ways to send a request.</summary>
public enum InvocationWay
{
    /// <summary>The answer comes as a whole.</summary>
    RealTime,

    /// <summary>The answer comes in parts.</summary>
    Stream,

    /// <summary>The request is queued, and the answer is written to S3.</summary>
    Async,
}

/// <summary>Who answers a request, and how.</summary>
public sealed record Invocation
{
    /// <summary>The endpoint's name.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The inference component that answers; null where a variant does.</summary>
    public string? Component { get; init; }

    /// <summary>The variant that answers.</summary>
    public required string Variant { get; init; }

    /// <summary>The endpoint configuration of the instances that answer.</summary>
    public required string Config { get; init; }

    /// <summary>The model; null where a container was given.</summary>
    public string? Model { get; init; }

    /// <summary>The container that answers alone; null where a model's containers answer together.</summary>
    public string? Container { get; init; }

    /// <summary>
    /// The session that the request belongs to; the id of a new one is the world's. Null where it belongs to none.
    /// </summary>
    public string? SessionId { get; init; }

    /// <summary>The id that the world gives an asynchronous request; null for the others.</summary>
    public string? InferenceId { get; init; }

    /// <summary>Whether the answer goes out in the form that an explainer gives it.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether a serverless variant answers.</summary>
    public bool IsServerless { get; init; }

    /// <summary>How many instances of this configuration share the requests.</summary>
    public required int Instances { get; init; }

    /// <summary>How many instances of the variant share the requests, of other configurations too.</summary>
    public required int InstancesOfVariant { get; init; }

    /// <summary>How the model behaves.</summary>
    public required ModelBehavior Behavior { get; init; }

    /// <summary>The status that the container answers with: 200, 400 or 500.</summary>
    public required int Status { get; init; }

    /// <summary>How long the model takes.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>How long the first part of a stream took; null where it came with all others.</summary>
    public TimeSpan? FirstPart { get; init; }

    /// <summary>Whether nobody asked the model, because the question could not be fetched.</summary>
    public bool WasNotAsked { get; init; }

    /// <summary>How the request was sent.</summary>
    public required InvocationWay Way { get; init; }

    /// <summary>Whether a stream ended in an error after its first part; its status was 200 then.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>When, in virtual time.</summary>
    public required DateTimeOffset At { get; init; }
}
