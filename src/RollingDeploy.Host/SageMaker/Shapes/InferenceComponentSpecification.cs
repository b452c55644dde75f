using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>What a component runs and what each copy needs.</summary>
internal sealed record InferenceComponentSpecification
{
    /// <summary>Needed where several specifications are given.</summary>
    [InstanceType]
    public string? InstanceType { get; init; }

    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    public InferenceComponentContainerSpecification? Container { get; init; }
    public InferenceComponentStartupParameters? StartupParameters { get; init; }

    /// <summary>Absent only for adapters.</summary>
    public InferenceComponentComputeResourceRequirements? ComputeResourceRequirements { get; init; }

    /// <summary>Makes this an adapter of the component named.</summary>
    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? BaseInferenceComponentName { get; init; }

    public InferenceComponentDataCacheConfig? DataCacheConfig { get; init; }
    public InferenceComponentSchedulingConfig? SchedulingConfig { get; init; }
}

/// <summary>The container of a component that names no model.</summary>
internal sealed record InferenceComponentContainerSpecification
{
    [Length(0, 255), Pattern(Patterns.Image)]
    public string? Image { get; init; }

    /// <summary>The model's data, or the adapter's.</summary>
    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ArtifactUrl { get; init; }

    [Length(0, 100)]
    [Length(0, 1024, On = Part.Key), Pattern(Patterns.EnvironmentKey, On = Part.Key)]
    [Length(0, 1024, On = Part.Value), Pattern(Patterns.EnvironmentValue, On = Part.Value)]
    public Dictionary<string, string>? Environment { get; init; }
}

/// <summary>How long a copy may take to start.</summary>
internal sealed record InferenceComponentStartupParameters
{
    [Range(60, 3600)]
    public int? ModelDataDownloadTimeoutInSeconds { get; init; }

    [Range(60, 3600)]
    public int? ContainerStartupHealthCheckTimeoutInSeconds { get; init; }
}

/// <summary>The resources that each copy takes of an instance.</summary>
internal sealed record InferenceComponentComputeResourceRequirements
{
    /// <summary>May be a fraction.</summary>
    [Range(0.25)]
    public float? NumberOfCpuCoresRequired { get; init; }

    [Range(1)]
    public float? NumberOfAcceleratorDevicesRequired { get; init; }

    [Required, Range(128)]
    public int? MinMemoryRequiredInMb { get; init; }

    [Range(128)]
    public int? MaxMemoryRequiredInMb { get; init; }
}

/// <summary>Whether instances keep image and model data for the next copy.</summary>
internal sealed record InferenceComponentDataCacheConfig
{
    [Required]
    public bool? EnableCaching { get; init; }
}

/// <summary>Whether copies are spread over instances or packed together.</summary>
internal sealed record InferenceComponentSchedulingConfig
{
    [Required, OneOf("SPREAD", "BINPACK")]
    public string? PlacementStrategy { get; init; }

    public InferenceComponentAvailabilityZoneBalance? AvailabilityZoneBalance { get; init; }
}

/// <summary>How evenly copies are spread over Availability Zones.</summary>
internal sealed record InferenceComponentAvailabilityZoneBalance
{
    [Required, OneOf("PERMISSIVE")]
    public string? EnforcementMode { get; init; }

    /// <summary>The greatest difference in copies between two zones.</summary>
    [Range(0, 100)]
    public int? MaxImbalance { get; init; }
}
