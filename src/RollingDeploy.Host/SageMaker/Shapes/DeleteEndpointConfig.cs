using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// Deletes an endpoint configuration. An endpoint with this configuration keeps running, but cannot be updated.
/// </summary>
internal sealed record DeleteEndpointConfigInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }
}
