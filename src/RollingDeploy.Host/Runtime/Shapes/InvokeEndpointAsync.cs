using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>Invokes a model with an input in S3. On AWS, the response is written to S3.</summary>
internal sealed record InvokeEndpointAsyncInput
{
    /// <summary>The name of the endpoint. It is case-sensitive.</summary>
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

    /// <summary>The input of the model, of at most 128,000 bytes. Either Body or InputLocation must be given.</summary>
    [Payload]
    public byte[]? Body { get; set; }

    /// <summary>The location of the input in S3.</summary>
    [Header("X-Amzn-SageMaker-InputLocation"), Length(1, 1024), Pattern(RuntimePatterns.InputLocation)]
    public string? InputLocation { get; init; }

    /// <summary>The path between the output path of the configuration and the file name.</summary>
    [Header("X-Amzn-SageMaker-S3OutputPathExtension"), Length(1, 512), Pattern(RuntimePatterns.PathExtension)]
    public string? S3OutputPathExtension { get; init; }

    /// <summary>The name of the output file.</summary>
    [Header("X-Amzn-SageMaker-Filename"), Length(1, 32), Pattern(RuntimePatterns.Filename)]
    public string? Filename { get; init; }

    [Header("X-Amzn-SageMaker-RequestTTLSeconds"), Range(60, 21600)]
    public int? RequestTTLSeconds { get; init; }

    [Header("X-Amzn-SageMaker-InvocationTimeoutSeconds"), Range(1, 3600)]
    public int? InvocationTimeoutSeconds { get; init; }
}

/// <summary>The location of the response on AWS. RollingDeploy writes none.</summary>
internal sealed record InvokeEndpointAsyncOutput
{
    [Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? InferenceId { get; init; }

    [Header("X-Amzn-SageMaker-OutputLocation"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? OutputLocation { get; init; }

    [Header("X-Amzn-SageMaker-FailureLocation"), Length(0, 1024), Pattern(RuntimePatterns.Ascii)]
    public string? FailureLocation { get; init; }
}
