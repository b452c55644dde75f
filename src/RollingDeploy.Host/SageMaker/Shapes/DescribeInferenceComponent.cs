using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Describes an inference component.</summary>
internal sealed record DescribeInferenceComponentInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }
}

/// <summary>An inference component: its specification, the number of its copies, and the result of its last update.</summary>
internal sealed record DescribeInferenceComponentOutput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }

    [Required, Length(20, 2048)]
    public string? InferenceComponentArn { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }

    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    /// <summary>Why an update failed. After a successful update, this can be the reason of an earlier failure.</summary>
    [Length(0, 1024)]
    public string? FailureReason { get; init; }

    public InferenceComponentSpecificationSummary? Specification { get; init; }

    [Length(1)]
    public List<InferenceComponentSpecificationSummary>? Specifications { get; init; }

    public InferenceComponentRuntimeConfigSummary? RuntimeConfig { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    [Required]
    public DateTimeOffset? LastModifiedTime { get; init; }

    [OneOf("InService", "Creating", "Updating", "Failed", "Deleting")]
    public string? InferenceComponentStatus { get; init; }

    /// <summary>The latest deployment configuration. It is absent if no update has had one.</summary>
    public InferenceComponentDeploymentConfig? LastDeploymentConfig { get; init; }
}
