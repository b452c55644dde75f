using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>One of the instance types that a variant may run on, for endpoints that mix types.</summary>
internal sealed record InstancePool
{
    [Required, InstanceType]
    public string? InstanceType { get; init; }

    /// <summary>A model compiled for this instance type, in place of the variant's.</summary>
    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelNameOverride { get; init; }

    /// <summary>1 is tried first.</summary>
    [Required, Range(1, 5)]
    public int? Priority { get; init; }
}

/// <summary>How many of a variant's instances are of one type.</summary>
internal sealed record InstancePoolSummary
{
    [Required, InstanceType]
    public string? InstanceType { get; init; }

    [Required, Range(0)]
    public int? CurrentInstanceCount { get; init; }
}
