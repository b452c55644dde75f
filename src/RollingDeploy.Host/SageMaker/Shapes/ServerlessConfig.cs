using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Makes a variant serverless: it has memory and concurrency instead of instances.</summary>
internal sealed record ProductionVariantServerlessConfig
{
    /// <summary>The memory in MB: a multiple of 1024.</summary>
    [Required, Range(1024, 6144)]
    public int? MemorySizeInMB { get; init; }

    [Required, Range(1, 200)]
    public int? MaxConcurrency { get; init; }

    [Range(1, 200)]
    public int? ProvisionedConcurrency { get; init; }
}

/// <summary>The settings of a serverless variant that UpdateEndpointWeightsAndCapacities can change.</summary>
internal sealed record ProductionVariantServerlessUpdateConfig
{
    [Range(1, 200)]
    public int? MaxConcurrency { get; init; }

    [Range(1, 200)]
    public int? ProvisionedConcurrency { get; init; }
}
