using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>Invokes a model and returns its response as a stream.</summary>
internal sealed record InvokeEndpointWithResponseStreamInput
{
    /// <summary>The name of the endpoint. It is case-sensitive.</summary>
    [Label, Required, Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? EndpointName { get; init; }

    /// <summary>The input of the model. It is passed on unchanged.</summary>
    [Payload, Required]
    public byte[]? Body { get; set; }

    [Header("Content-Type"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? ContentType { get; init; }

    [Header("X-Amzn-SageMaker-Accept"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? Accept { get; init; }

    /// <summary>Attributes for the model, which it can return.</summary>
    [Header("X-Amzn-SageMaker-Custom-Attributes"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? CustomAttributes { get; init; }

    /// <summary>The variant to invoke. It overrides the weights.</summary>
    [Header("X-Amzn-SageMaker-Target-Variant"), Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? TargetVariant { get; init; }

    [Header("X-Amzn-SageMaker-Target-Container-Hostname"), Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? TargetContainerHostname { get; init; }

    [Header("X-Amzn-SageMaker-Inference-Id"), Length(1, 64), Pattern(RuntimePatterns.Printable)]
    public string? InferenceId { get; init; }

    /// <summary>The inference component to invoke.</summary>
    [Header("X-Amzn-SageMaker-Inference-Component"), Length(0, 63), Pattern(RuntimePatterns.InferenceComponent)]
    public string? InferenceComponentName { get; init; }

    /// <summary>The ID of an open session. This operation cannot start a session.</summary>
    [Header("X-Amzn-SageMaker-Session-Id"), Length(0, 256), Pattern(RuntimePatterns.Session)]
    public string? SessionId { get; init; }

    /// <summary>
    /// Separates requests that begin alike, for a variant with prefix-aware routing. Requests with the same beginning and the
    /// same identifier reach the same instance.
    /// </summary>
    [Header("X-Amzn-SageMaker-Prefix-Aware-Id"), Length(1, 64), Pattern(RuntimePatterns.Printable)]
    public string? PrefixAwareId { get; init; }
}

/// <summary>The response of the model, as an event stream.</summary>
internal sealed record InvokeEndpointWithResponseStreamOutput
{
    [Payload, Required]
    public IAsyncEnumerable<ResponseStream>? Body { get; init; }

    [Header("X-Amzn-SageMaker-Content-Type"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? ContentType { get; init; }

    [Header("x-Amzn-Invoked-Production-Variant"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? InvokedProductionVariant { get; init; }

    [Header("X-Amzn-SageMaker-Custom-Attributes"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? CustomAttributes { get; init; }
}

/// <summary>An event of the stream. Exactly one member is set.</summary>
internal sealed record ResponseStream
{
    public PayloadPart? PayloadPart { get; init; }

    public ModelStreamError? ModelStreamError { get; init; }

    public InternalStreamFailure? InternalStreamFailure { get; init; }
}

/// <summary>A part of the response.</summary>
internal sealed record PayloadPart
{
    [Payload]
    public byte[]? Bytes { get; init; }
}

/// <summary>The response of the model was interrupted after its first part.</summary>
internal sealed record ModelStreamError
{
    [Length(0, 2048)]
    public string? Message { get; init; }

    /// <summary>The code: ModelInvocationTimeExceeded or StreamBroken.</summary>
    public string? ErrorCode { get; init; }
}

/// <summary>An internal error of SageMaker interrupted the stream.</summary>
internal sealed record InternalStreamFailure
{
    [Length(0, 2048)]
    public string? Message { get; init; }
}
