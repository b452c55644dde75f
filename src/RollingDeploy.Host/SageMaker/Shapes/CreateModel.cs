using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// Creates a model: its containers and their execution role. Any number of endpoint configurations can use it.
/// </summary>
internal sealed record CreateModelInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    /// <summary>The only container. Specify this or <see cref="Containers"/>, not both.</summary>
    public ContainerDefinition? PrimaryContainer { get; init; }

    /// <summary>The containers of an inference pipeline: the output of each container is the input of the next one.</summary>
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

/// <summary>The ARN of the model, with its name in lower case.</summary>
internal sealed record CreateModelOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.ModelArn)]
    public string? ModelArn { get; init; }
}
