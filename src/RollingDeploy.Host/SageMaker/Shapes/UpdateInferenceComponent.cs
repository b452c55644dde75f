using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Deploys another specification, another number of copies, or both.</summary>
internal sealed record UpdateInferenceComponentInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }

    public InferenceComponentSpecification? Specification { get; init; }

    [Length(1, 5)]
    public List<InferenceComponentSpecification>? Specifications { get; init; }

    public InferenceComponentRuntimeConfig? RuntimeConfig { get; init; }

    /// <summary>How a new specification is deployed.</summary>
    public InferenceComponentDeploymentConfig? DeploymentConfig { get; init; }
}

/// <summary>The ARN of the component that is being updated.</summary>
internal sealed record UpdateInferenceComponentOutput
{
    [Required, Length(20, 2048)]
    public string? InferenceComponentArn { get; init; }
}

/// <summary>Changes the number of copies. Application Auto Scaling calls this operation.</summary>
internal sealed record UpdateInferenceComponentRuntimeConfigInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }

    [Required]
    public InferenceComponentRuntimeConfig? DesiredRuntimeConfig { get; init; }
}

/// <summary>The ARN of the component that is being scaled.</summary>
internal sealed record UpdateInferenceComponentRuntimeConfigOutput
{
    [Required, Length(20, 2048)]
    public string? InferenceComponentArn { get; init; }
}
