using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Copies a share of the requests and responses to S3. Stored and returned; nothing is captured here.</summary>
internal sealed record DataCaptureConfig
{
    /// <summary>True when absent.</summary>
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

/// <summary>Which half of a call is captured.</summary>
internal sealed record CaptureOption
{
    [Required, OneOf("Input", "Output", "InputAndOutput")]
    public string? CaptureMode { get; init; }
}

/// <summary>Content types that are captured as text; everything else is written in base64.</summary>
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
