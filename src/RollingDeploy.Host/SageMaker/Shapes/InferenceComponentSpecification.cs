using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The model or container of an inference component, and the resources of each copy.</summary>
internal sealed record InferenceComponentSpecification
{
    /// <summary>The instance type. It is required if there are several specifications.</summary>
    [InstanceType]
    public string? InstanceType { get; init; }

    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    public InferenceComponentContainerSpecification? Container { get; init; }
    public InferenceComponentStartupParameters? StartupParameters { get; init; }

    /// <summary>The resources of each copy. Only adapters have none.</summary>
    public InferenceComponentComputeResourceRequirements? ComputeResourceRequirements { get; init; }

    /// <summary>The name of the base component. It makes this component an adapter.</summary>
    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? BaseInferenceComponentName { get; init; }

    public InferenceComponentDataCacheConfig? DataCacheConfig { get; init; }
    public InferenceComponentSchedulingConfig? SchedulingConfig { get; init; }
}

/// <summary>The container of an inference component without a model.</summary>
internal sealed record InferenceComponentContainerSpecification
{
    [Length(0, 255), Pattern(Patterns.Image)]
    public string? Image { get; init; }

    /// <summary>The location of the model data, or of the adapter data.</summary>
    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ArtifactUrl { get; init; }

    [Length(0, 100)]
    [Length(0, 1024, On = Part.Key), Pattern(Patterns.EnvironmentKey, On = Part.Key)]
    [Length(0, 1024, On = Part.Value), Pattern(Patterns.EnvironmentValue, On = Part.Value)]
    public Dictionary<string, string>? Environment { get; init; }

    public ContainerMetricsConfig? ContainerMetricsConfig { get; init; }
}

/// <summary>The timeouts for the start of a copy.</summary>
internal sealed record InferenceComponentStartupParameters
{
    [Range(60, 3600)]
    public int? ModelDataDownloadTimeoutInSeconds { get; init; }

    [Range(60, 3600)]
    public int? ContainerStartupHealthCheckTimeoutInSeconds { get; init; }
}

/// <summary>The resources of an instance that each copy needs.</summary>
internal sealed record InferenceComponentComputeResourceRequirements
{
    /// <summary>The number of CPU cores. It can be a fraction.</summary>
    [Range(0.25)]
    public float? NumberOfCpuCoresRequired { get; init; }

    [Range(1)]
    public float? NumberOfAcceleratorDevicesRequired { get; init; }

    [Required, Range(128)]
    public int? MinMemoryRequiredInMb { get; init; }

    [Range(128)]
    public int? MaxMemoryRequiredInMb { get; init; }
}

/// <summary>Whether instances cache the image and the model data for the next copy.</summary>
internal sealed record InferenceComponentDataCacheConfig
{
    [Required]
    public bool? EnableCaching { get; init; }
}

/// <summary>How copies are placed: spread over instances, or packed together.</summary>
internal sealed record InferenceComponentSchedulingConfig
{
    [Required, OneOf("SPREAD", "BINPACK")]
    public string? PlacementStrategy { get; init; }

    public InferenceComponentAvailabilityZoneBalance? AvailabilityZoneBalance { get; init; }
}

/// <summary>How copies are balanced across Availability Zones.</summary>
internal sealed record InferenceComponentAvailabilityZoneBalance
{
    [Required, OneOf("PERMISSIVE")]
    public string? EnforcementMode { get; init; }

    /// <summary>The largest difference in the number of copies between two zones.</summary>
    [Range(0, 100)]
    public int? MaxImbalance { get; init; }
}
