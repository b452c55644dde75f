using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Asks for one model by its name.</summary>
internal sealed record DescribeModelInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }
}

/// <summary>A model as it was created. Models are never updated, so nothing here changes.</summary>
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

    /// <summary>AWS's own benchmark of instance types; nothing here makes one.</summary>
    public DeploymentRecommendation? DeploymentRecommendation { get; init; }
}

/// <summary>How far the recommendation of instance types for a model has come.</summary>
internal sealed record DeploymentRecommendation
{
    [Required, OneOf("IN_PROGRESS", "COMPLETED", "FAILED", "NOT_APPLICABLE")]
    public string? RecommendationStatus { get; init; }

    [Length(0, 3)]
    public List<RealTimeInferenceRecommendation>? RealTimeInferenceRecommendations { get; init; }
}

/// <summary>One instance type that AWS recommends for a model, with the environment it was measured under.</summary>
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
