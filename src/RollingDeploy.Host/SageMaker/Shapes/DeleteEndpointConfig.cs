using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Removes a configuration. An endpoint that runs from it goes on, but can no longer be updated.</summary>
internal sealed record DeleteEndpointConfigInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }
}
