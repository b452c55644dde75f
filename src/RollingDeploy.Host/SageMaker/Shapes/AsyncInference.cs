using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Makes an endpoint asynchronous: requests are queued, and responses are written to S3.</summary>
internal sealed record AsyncInferenceConfig
{
    public AsyncInferenceClientConfig? ClientConfig { get; init; }

    [Required]
    public AsyncInferenceOutputConfig? OutputConfig { get; init; }
}

/// <summary>How SageMaker calls the containers of an asynchronous endpoint.</summary>
internal sealed record AsyncInferenceClientConfig
{
    [Range(1, 1000)]
    public int? MaxConcurrentInvocationsPerInstance { get; init; }
}

/// <summary>Where responses are written, and which topics are notified.</summary>
internal sealed record AsyncInferenceOutputConfig
{
    [Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }

    [Length(0, 512), Pattern(Patterns.DestinationS3Uri)]
    public string? S3OutputPath { get; init; }

    public AsyncInferenceNotificationConfig? NotificationConfig { get; init; }

    [Length(0, 512), Pattern(Patterns.DestinationS3Uri)]
    public string? S3FailurePath { get; init; }
}

/// <summary>The SNS topics for successes and failures.</summary>
internal sealed record AsyncInferenceNotificationConfig
{
    [Length(0, 2048), Pattern(Patterns.SnsTopicArn)]
    public string? SuccessTopic { get; init; }

    [Length(0, 2048), Pattern(Patterns.SnsTopicArn)]
    public string? ErrorTopic { get; init; }

    [Length(0, 2), OneOf("SUCCESS_NOTIFICATION_TOPIC", "ERROR_NOTIFICATION_TOPIC", On = Part.Item)]
    public List<string>? IncludeInferenceResponseIn { get; init; }
}
