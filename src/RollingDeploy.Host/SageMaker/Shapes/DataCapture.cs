using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Copies a part of the requests and responses to S3. It is stored and returned, but nothing is captured.</summary>
internal sealed record DataCaptureConfig
{
    /// <summary>Whether data capture is on. The default is true.</summary>
    public bool? EnableCapture { get; init; }

    [Required, Range(0, 100)]
    public int? InitialSamplingPercentage { get; init; }

    [Required, Length(0, 512), Pattern(Patterns.DestinationS3Uri)]
    public string? DestinationS3Uri { get; init; }

    [Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }

    [Required, Length(1, 32)]
    public List<CaptureOption>? CaptureOptions { get; init; }

    public CaptureContentTypeHeader? CaptureContentTypeHeader { get; init; }
}

/// <summary>Whether the request or the response is captured.</summary>
internal sealed record CaptureOption
{
    [Required, OneOf("Input", "Output", "InputAndOutput")]
    public string? CaptureMode { get; init; }
}

/// <summary>The content types that are captured as text. Others are captured in base64.</summary>
internal sealed record CaptureContentTypeHeader
{
    [Length(1, 10), Length(1, 256, On = Part.Item), Pattern(Patterns.ContentType, On = Part.Item)]
    public List<string>? CsvContentTypes { get; init; }

    [Length(1, 10), Length(1, 256, On = Part.Item), Pattern(Patterns.ContentType, On = Part.Item)]
    public List<string>? JsonContentTypes { get; init; }
}

/// <summary>The data capture of a running endpoint.</summary>
internal sealed record DataCaptureConfigSummary
{
    [Required]
    public bool? EnableCapture { get; init; }

    [Required, OneOf("Started", "Stopped")]
    public string? CaptureStatus { get; init; }

    [Required, Range(0, 100)]
    public int? CurrentSamplingPercentage { get; init; }

    [Required, Length(0, 512), Pattern(Patterns.DestinationS3Uri)]
    public string? DestinationS3Uri { get; init; }

    [Required, Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }
}
