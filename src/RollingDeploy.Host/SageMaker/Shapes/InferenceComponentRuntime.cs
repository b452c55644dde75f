using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>How many copies of a component run.</summary>
internal sealed record InferenceComponentRuntimeConfig
{
    [Required, Range(0)]
    public int? CopyCount { get; init; }
}

/// <summary>The copies that are wanted, those that run, and where they are.</summary>
internal sealed record InferenceComponentRuntimeConfigSummary
{
    [Range(0)]
    public int? DesiredCopyCount { get; init; }

    [Range(0)]
    public int? CurrentCopyCount { get; init; }

    [Length(1)]
    public List<InferenceComponentPlacementStatus>? PlacementStatus { get; init; }
}

/// <summary>How many copies run on instances of one type.</summary>
internal sealed record InferenceComponentPlacementStatus
{
    [Required, InstanceType]
    public string? InstanceType { get; init; }

    [Required, Range(0)]
    public int? CurrentCopyCount { get; init; }
}
