using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The number of copies of an inference component.</summary>
internal sealed record InferenceComponentRuntimeConfig
{
    [Required, Range(0)]
    public int? CopyCount { get; init; }
}

/// <summary>The desired and current number of copies, and their placement.</summary>
internal sealed record InferenceComponentRuntimeConfigSummary
{
    [Range(0)]
    public int? DesiredCopyCount { get; init; }

    [Range(0)]
    public int? CurrentCopyCount { get; init; }

    [Length(1)]
    public List<InferenceComponentPlacementStatus>? PlacementStatus { get; init; }
}

/// <summary>The number of copies on instances of a type.</summary>
internal sealed record InferenceComponentPlacementStatus
{
    [Required, InstanceType]
    public string? InstanceType { get; init; }

    [Required, Range(0)]
    public int? CurrentCopyCount { get; init; }
}
