using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Deletes an endpoint. Its configuration and its models are not deleted.</summary>
internal sealed record DeleteEndpointInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }
}
