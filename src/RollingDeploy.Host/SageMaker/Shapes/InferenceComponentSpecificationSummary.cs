using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A deployed specification.</summary>
internal sealed record InferenceComponentSpecificationSummary
{
    [InstanceType]
    public string? InstanceType { get; init; }

    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    public InferenceComponentContainerSpecificationSummary? Container { get; init; }
    public InferenceComponentStartupParameters? StartupParameters { get; init; }
    public InferenceComponentComputeResourceRequirements? ComputeResourceRequirements { get; init; }

    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? BaseInferenceComponentName { get; init; }

    public InferenceComponentDataCacheConfigSummary? DataCacheConfig { get; init; }
    public InferenceComponentSchedulingConfig? SchedulingConfig { get; init; }
}

/// <summary>The container of an inference component, with the digest of its image.</summary>
internal sealed record InferenceComponentContainerSpecificationSummary
{
    public DeployedImage? DeployedImage { get; init; }

    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ArtifactUrl { get; init; }

    [Length(0, 100)]
    [Length(0, 1024, On = Part.Key), Pattern(Patterns.EnvironmentKey, On = Part.Key)]
    [Length(0, 1024, On = Part.Value), Pattern(Patterns.EnvironmentValue, On = Part.Value)]
    public Dictionary<string, string>? Environment { get; init; }

    public ContainerMetricsConfig? ContainerMetricsConfig { get; init; }
}

/// <summary>Whether instances cache the data of a deployed inference component.</summary>
internal sealed record InferenceComponentDataCacheConfigSummary
{
    [Required]
    public bool? EnableCaching { get; init; }
}
