using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Describes a model.</summary>
internal sealed record DescribeModelInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }
}

/// <summary>A model as it was created. Models cannot be updated.</summary>
internal sealed record DescribeModelOutput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    public ContainerDefinition? PrimaryContainer { get; init; }

    [Length(0, 15)]
    public List<ContainerDefinition>? Containers { get; init; }

    public InferenceExecutionConfig? InferenceExecutionConfig { get; init; }

    [Length(20, 2048), Pattern(Patterns.RoleArn)]
    public string? ExecutionRoleArn { get; init; }

    public VpcConfig? VpcConfig { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.ModelArn)]
    public string? ModelArn { get; init; }

    public bool? EnableNetworkIsolation { get; init; }

    /// <summary>AWS's recommendation of instance types. RollingDeploy never returns one.</summary>
    public DeploymentRecommendation? DeploymentRecommendation { get; init; }
}

/// <summary>The status and the results of a recommendation of instance types.</summary>
internal sealed record DeploymentRecommendation
{
    [Required, OneOf("IN_PROGRESS", "COMPLETED", "FAILED", "NOT_APPLICABLE")]
    public string? RecommendationStatus { get; init; }

    [Length(0, 3)]
    public List<RealTimeInferenceRecommendation>? RealTimeInferenceRecommendations { get; init; }
}

/// <summary>An instance type that AWS recommends for a model, with the environment of the measurement.</summary>
internal sealed record RealTimeInferenceRecommendation
{
    [Required]
    public string? RecommendationId { get; init; }

    [Required, InstanceType]
    public string? InstanceType { get; init; }

    [Length(0, 100)]
    [Length(0, 1024, On = Part.Key), Pattern(Patterns.EnvironmentKey, On = Part.Key)]
    [Length(0, 1024, On = Part.Value), Pattern(Patterns.EnvironmentValue, On = Part.Value)]
    public Dictionary<string, string>? Environment { get; init; }
}
