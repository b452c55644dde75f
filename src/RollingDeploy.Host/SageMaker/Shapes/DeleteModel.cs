using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Deletes a model. Endpoints that use it are not affected.</summary>
internal sealed record DeleteModelInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }
}
