using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// A model: the containers that serve it and the role they run under. It may be served by any number of endpoint configurations.
/// </summary>
internal sealed record CreateModelInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    /// <summary>The only container. Give this or <see cref="Containers"/>, not both.</summary>
    public ContainerDefinition? PrimaryContainer { get; init; }

    /// <summary>An inference pipeline: each container's output is the next one's input.</summary>
    [Length(0, 15)]
    public List<ContainerDefinition>? Containers { get; init; }

    public InferenceExecutionConfig? InferenceExecutionConfig { get; init; }

    [Length(20, 2048), Pattern(Patterns.RoleArn)]
    public string? ExecutionRoleArn { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }

    public VpcConfig? VpcConfig { get; init; }
    public bool? EnableNetworkIsolation { get; init; }
}

/// <summary>The ARN, in which the name is in lower case whatever its spelling in the request.</summary>
internal sealed record CreateModelOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.ModelArn)]
    public string? ModelArn { get; init; }
}
