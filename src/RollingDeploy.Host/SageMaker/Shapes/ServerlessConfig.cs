using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Makes a variant serverless: it has memory and concurrency in place of instances.</summary>
internal sealed record ProductionVariantServerlessConfig
{
    /// <summary>A multiple of 1,024.</summary>
    [Required, Range(1024, 6144)]
    public int? MemorySizeInMB { get; init; }

    [Required, Range(1, 200)]
    public int? MaxConcurrency { get; init; }

    [Range(1, 200)]
    public int? ProvisionedConcurrency { get; init; }
}

/// <summary>What UpdateEndpointWeightsAndCapacities may change of a serverless variant.</summary>
internal sealed record ProductionVariantServerlessUpdateConfig
{
    [Range(1, 200)]
    public int? MaxConcurrency { get; init; }

    [Range(1, 200)]
    public int? ProvisionedConcurrency { get; init; }
}
