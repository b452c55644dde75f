using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Deletes an inference component and its copies.</summary>
internal sealed record DeleteInferenceComponentInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }
}
