using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Loading;

/// <summary>
/// Creates an endpoint from the answer of DescribeEndpoint. It has the members of that answer that say how the endpoint is.
/// It is an operation of seeds, not of AWS.
/// </summary>
internal sealed record LoadEndpointInput
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Required, EndpointStatus]
    public string? EndpointStatus { get; init; }

    [Required, Length(1)]
    public List<LoadedVariantSummary>? ProductionVariants { get; init; }

    [Length(1)]
    public List<LoadedVariantSummary>? ShadowProductionVariants { get; init; }

    public DeploymentConfig? LastDeploymentConfig { get; init; }
}

/// <summary>The members of a variant that a loaded endpoint takes over.</summary>
internal sealed record LoadedVariantSummary
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    [Range(0)]
    public float? CurrentWeight { get; init; }

    [Range(0)]
    public float? DesiredWeight { get; init; }

    [Range(0)]
    public int? CurrentInstanceCount { get; init; }

    [Range(0)]
    public int? DesiredInstanceCount { get; init; }

    public ProductionVariantServerlessConfig? CurrentServerlessConfig { get; init; }
}

/// <summary>The ARN of the endpoint.</summary>
internal sealed record LoadEndpointOutput
{
    public string? EndpointArn { get; init; }
}
