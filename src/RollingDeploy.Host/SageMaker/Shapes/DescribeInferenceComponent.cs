using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Asks for one inference component by its name.</summary>
internal sealed record DescribeInferenceComponentInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }
}

/// <summary>An inference component: what runs, how many copies, and how its last update went.</summary>
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

    /// <summary>May still tell of an earlier update after one that went well.</summary>
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

    /// <summary>Absent until an update has given one.</summary>
    public InferenceComponentDeploymentConfig? LastDeploymentConfig { get; init; }
}
