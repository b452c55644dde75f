using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>An instance type of a variant with several instance types.</summary>
internal sealed record InstancePool
{
    [Required, InstanceType]
    public string? InstanceType { get; init; }

    /// <summary>A model for this instance type. It replaces the model of the variant.</summary>
    [Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelNameOverride { get; init; }

    /// <summary>The priority. The pool with the priority 1 is tried first.</summary>
    [Required, Range(1, 5)]
    public int? Priority { get; init; }
}

/// <summary>The number of instances of a type in a variant.</summary>
internal sealed record InstancePoolSummary
{
    [Required, InstanceType]
    public string? InstanceType { get; init; }

    [Required, Range(0)]
    public int? CurrentInstanceCount { get; init; }
}
