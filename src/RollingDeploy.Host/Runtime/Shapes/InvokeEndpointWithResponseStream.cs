using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>Asks a model, whose answer comes in parts.</summary>
internal sealed record InvokeEndpointWithResponseStreamInput
{
    /// <summary>The endpoint; case matters.</summary>
    [Label, Required, Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? EndpointName { get; init; }

    /// <summary>What the model is asked, as it is.</summary>
    [Payload, Required]
    public byte[]? Body { get; set; }

    [Header("Content-Type"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? ContentType { get; init; }

    [Header("X-Amzn-SageMaker-Accept"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? Accept { get; init; }

    /// <summary>Goes to the model, and comes back.</summary>
    [Header("X-Amzn-SageMaker-Custom-Attributes"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? CustomAttributes { get; init; }

    /// <summary>The variant that is to answer, whatever the weights.</summary>
    [Header("X-Amzn-SageMaker-Target-Variant"), Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? TargetVariant { get; init; }

    [Header("X-Amzn-SageMaker-Target-Container-Hostname"), Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? TargetContainerHostname { get; init; }

    [Header("X-Amzn-SageMaker-Inference-Id"), Length(1, 64), Pattern(RuntimePatterns.Printable)]
    public string? InferenceId { get; init; }

    /// <summary>The inference component that is to answer.</summary>
    [Header("X-Amzn-SageMaker-Inference-Component"), Length(0, 63), Pattern(RuntimePatterns.InferenceComponent)]
    public string? InferenceComponentName { get; init; }

    /// <summary>A session that goes on; none begins here.</summary>
    [Header("X-Amzn-SageMaker-Session-Id"), Length(0, 256), Pattern(RuntimePatterns.Session)]
    public string? SessionId { get; init; }
}

/// <summary>The model's answer in parts, as an event stream.</summary>
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

/// <summary>One event of the stream: one of its members.</summary>
internal sealed record ResponseStream
{
    public PayloadPart? PayloadPart { get; init; }

    public ModelStreamError? ModelStreamError { get; init; }

    public InternalStreamFailure? InternalStreamFailure { get; init; }
}

/// <summary>A part of the answer.</summary>
internal sealed record PayloadPart
{
    [Payload]
    public byte[]? Bytes { get; init; }
}

/// <summary>The model broke off after its first part.</summary>
internal sealed record ModelStreamError
{
    [Length(0, 2048)]
    public string? Message { get; init; }

    /// <summary>ModelInvocationTimeExceeded or StreamBroken.</summary>
    public string? ErrorCode { get; init; }
}

/// <summary>SageMaker itself broke off.</summary>
internal sealed record InternalStreamFailure
{
    [Length(0, 2048)]
    public string? Message { get; init; }
}
