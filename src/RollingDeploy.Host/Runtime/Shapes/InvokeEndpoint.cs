using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>Invokes a model and waits for its response.</summary>
internal sealed record InvokeEndpointInput
{
    /// <summary>The name of the endpoint. It is case-sensitive.</summary>
    [Label, Required, Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? EndpointName { get; init; }

    /// <summary>The input of the model. It is passed on unchanged.</summary>
    [Payload, Required]
    public byte[]? Body { get; set; }

    [Header("Content-Type"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? ContentType { get; init; }

    [Header("Accept"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? Accept { get; init; }

    /// <summary>Attributes for the model, which it can return.</summary>
    [Header("X-Amzn-SageMaker-Custom-Attributes"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? CustomAttributes { get; init; }

    /// <summary>The model of a multi-model endpoint.</summary>
    [Header("X-Amzn-SageMaker-Target-Model"), Length(1, 1024), Pattern(RuntimePatterns.Printable)]
    public string? TargetModel { get; init; }

    /// <summary>The variant to invoke. It overrides the weights.</summary>
    [Header("X-Amzn-SageMaker-Target-Variant"), Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? TargetVariant { get; init; }

    [Header("X-Amzn-SageMaker-Target-Container-Hostname"), Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? TargetContainerHostname { get; init; }

    [Header("X-Amzn-SageMaker-Inference-Id"), Length(1, 64), Pattern(RuntimePatterns.Printable)]
    public string? InferenceId { get; init; }

    [Header("X-Amzn-SageMaker-Enable-Explanations"), Length(1, 64), Pattern(".*")]
    public string? EnableExplanations { get; init; }

    /// <summary>The inference component to invoke.</summary>
    [Header("X-Amzn-SageMaker-Inference-Component"), Length(0, 63), Pattern(RuntimePatterns.InferenceComponent)]
    public string? InferenceComponentName { get; init; }

    /// <summary>NEW_SESSION to start a session, or the ID of an open session.</summary>
    [Header("X-Amzn-SageMaker-Session-Id"), Length(0, 256), Pattern(RuntimePatterns.SessionOrNew)]
    public string? SessionId { get; init; }

    /// <summary>
    /// Separates requests that begin alike, for a variant with prefix-aware routing. Requests with the same beginning and the
    /// same identifier reach the same instance.
    /// </summary>
    [Header("X-Amzn-SageMaker-Prefix-Aware-Id"), Length(1, 64), Pattern(RuntimePatterns.Printable)]
    public string? PrefixAwareId { get; init; }
}

/// <summary>The response of the model.</summary>
internal sealed record InvokeEndpointOutput
{
    [Payload, Required]
    public byte[]? Body { get; init; }

    [Header("Content-Type"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? ContentType { get; init; }

    [Header("x-Amzn-Invoked-Production-Variant"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? InvokedProductionVariant { get; init; }

    [Header("X-Amzn-SageMaker-Custom-Attributes"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? CustomAttributes { get; init; }

    [Header("X-Amzn-SageMaker-New-Session-Id"), Length(0, 256), Pattern(RuntimePatterns.NewSession)]
    public string? NewSessionId { get; init; }

    [Header("X-Amzn-SageMaker-Closed-Session-Id"), Length(0, 256), Pattern(RuntimePatterns.Session)]
    public string? ClosedSessionId { get; init; }
}
