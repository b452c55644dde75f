using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A variant of an endpoint: a model, its instances and its share of the traffic.</summary>
internal sealed record ProductionVariant
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    /// <summary>The model. It is absent for endpoints with inference components, which have their own models.</summary>
    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    [Range(1)]
    public int? InitialInstanceCount { get; init; }

    /// <summary>
    /// The instance type. Specify only one of this, <see cref="ServerlessConfig"/> and <see cref="InstancePools"/>.
    /// </summary>
    [InstanceType]
    public string? InstanceType { get; init; }

    [Length(1, 5)]
    public List<InstancePool>? InstancePools { get; init; }

    [Range(300, 3600)]
    public int? VariantInstanceProvisionTimeoutInSeconds { get; init; }

    /// <summary>The weight. The share of the traffic is the weight divided by the sum of all weights. The default is 1.</summary>
    [Range(0)]
    public float? InitialVariantWeight { get; init; }

    /// <summary>The size of Elastic Inference, which AWS has retired.</summary>
    [AcceleratorType]
    public string? AcceleratorType { get; init; }

    public ProductionVariantCoreDumpConfig? CoreDumpConfig { get; init; }
    public ProductionVariantServerlessConfig? ServerlessConfig { get; init; }

    [Range(1, 512)]
    public int? VolumeSizeInGB { get; init; }

    [Range(60, 3600)]
    public int? ModelDataDownloadTimeoutInSeconds { get; init; }

    [Range(60, 3600)]
    public int? ContainerStartupHealthCheckTimeoutInSeconds { get; init; }

    public bool? EnableSSMAccess { get; init; }
    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; init; }
    public ProductionVariantRoutingConfig? RoutingConfig { get; init; }

    [OneOf(
        "al2-ami-sagemaker-inference-gpu-2", "al2-ami-sagemaker-inference-gpu-2-1", "al2-ami-sagemaker-inference-gpu-3-1",
        "al2-ami-sagemaker-inference-neuron-2", "al2023-ami-sagemaker-inference-gpu-4-1")]
    public string? InferenceAmiVersion { get; init; }

    public ProductionVariantCapacityReservationConfig? CapacityReservationConfig { get; init; }
}

/// <summary>How the instance for a request is selected.</summary>
internal sealed record ProductionVariantRoutingConfig
{
    /// <summary>PREFIX_AWARE sends requests that begin alike to the same instance, until it is busy.</summary>
    [Required, OneOf("LEAST_OUTSTANDING_REQUESTS", "PREFIX_AWARE", "RANDOM")]
    public string? RoutingStrategy { get; init; }

    /// <summary>The settings of PREFIX_AWARE. They are required for it, and refused for the other strategies.</summary>
    public PrefixAwareRoutingConfig? PrefixAwareRoutingConfig { get; init; }
}

/// <summary>The settings of prefix-aware routing (API reference, PrefixAwareRoutingConfig).</summary>
internal sealed record PrefixAwareRoutingConfig
{
    /// <summary>The number of bytes, from the beginning of the request's body, that decide about the instance.</summary>
    [Range(1024, 65536)]
    public int? PrefixLength { get; init; }

    /// <summary>The number of requests in flight on an instance from which further requests go to another one.</summary>
    [Range(1, 1024)]
    public int? ConcurrencyThreshold { get; init; }
}

/// <summary>Where core dumps of crashed containers are written.</summary>
internal sealed record ProductionVariantCoreDumpConfig
{
    [Required, Length(0, 512), Pattern(Patterns.DestinationS3Uri)]
    public string? DestinationS3Uri { get; init; }

    [Length(0, 2048), Pattern(Patterns.KmsKeyId)]
    public string? KmsKeyId { get; init; }
}

/// <summary>A capacity reservation. The variant launches instances only in this reservation.</summary>
internal sealed record ProductionVariantCapacityReservationConfig
{
    [OneOf("capacity-reservations-only")]
    public string? CapacityReservationPreference { get; init; }

    [Length(20, 258), Pattern(Patterns.MlReservationArn)]
    public string? MlReservationArn { get; init; }
}
