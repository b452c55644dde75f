using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>Asks a model what lies in S3; the answer would be written there.</summary>
internal sealed record InvokeEndpointAsyncInput
{
    /// <summary>The endpoint; case matters.</summary>
    [Label, Required, Length(0, 63), Pattern(RuntimePatterns.Name)]
    public string? EndpointName { get; init; }

    [Header("X-Amzn-SageMaker-Content-Type"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? ContentType { get; init; }

    [Header("X-Amzn-SageMaker-Accept"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? Accept { get; init; }

    [Header("X-Amzn-SageMaker-Custom-Attributes"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? CustomAttributes { get; init; }

    [Header("X-Amzn-SageMaker-Inference-Id"), Length(1, 64), Pattern(RuntimePatterns.Printable)]
    public string? InferenceId { get; init; }

    /// <summary>Where the question lies.</summary>
    [Header("X-Amzn-SageMaker-InputLocation"), Required, Length(1, 1024), Pattern(RuntimePatterns.InputLocation)]
    public string? InputLocation { get; init; }

    /// <summary>Stands between the configuration's path and the file's name.</summary>
    [Header("X-Amzn-SageMaker-S3OutputPathExtension"), Length(1, 512), Pattern(RuntimePatterns.PathExtension)]
    public string? S3OutputPathExtension { get; init; }

    /// <summary>The name of the answer's file.</summary>
    [Header("X-Amzn-SageMaker-Filename"), Length(1, 32), Pattern(RuntimePatterns.Filename)]
    public string? Filename { get; init; }

    [Header("X-Amzn-SageMaker-RequestTTLSeconds"), Range(60, 21600)]
    public int? RequestTTLSeconds { get; init; }

    [Header("X-Amzn-SageMaker-InvocationTimeoutSeconds"), Range(1, 3600)]
    public int? InvocationTimeoutSeconds { get; init; }
}

/// <summary>Where the answer would be.</summary>
internal sealed record InvokeEndpointAsyncOutput
{
    [Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? InferenceId { get; init; }

    [Header("X-Amzn-SageMaker-OutputLocation"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? OutputLocation { get; init; }

    [Header("X-Amzn-SageMaker-FailureLocation"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? FailureLocation { get; init; }
}
