using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Changes instance counts and weights of variants, without a new fleet and without deployment guardrails.</summary>
internal sealed record UpdateEndpointWeightsAndCapacitiesInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(1)]
    public List<DesiredWeightAndCapacity>? DesiredWeightsAndCapacities { get; init; }
}

/// <summary>The desired weight and size of a variant.</summary>
internal sealed record DesiredWeightAndCapacity
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    [Range(0)]
    public float? DesiredWeight { get; init; }

    [Range(0)]
    public int? DesiredInstanceCount { get; init; }

    public ProductionVariantServerlessUpdateConfig? ServerlessUpdateConfig { get; init; }
}

/// <summary>The ARN of the endpoint that is being changed.</summary>
internal sealed record UpdateEndpointWeightsAndCapacitiesOutput
{
    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }
}
