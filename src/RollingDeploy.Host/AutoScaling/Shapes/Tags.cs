using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Adds tags to a scalable target. Tags with the same keys are replaced.</summary>
internal sealed record TagResourceInput
{
    [Required, Length(1, 1011), Pattern(Patterns.TargetArn)]
    public string? ResourceARN { get; init; }

    [Required, Length(1, 128, On = Part.Key), Length(0, 256, On = Part.Value)]
    public Dictionary<string, string>? Tags { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record TagResourceOutput;

/// <summary>Lists the tags of a scalable target.</summary>
internal sealed record ListTagsForResourceInput
{
    [Required, Length(1, 1011), Pattern(Patterns.TargetArn)]
    public string? ResourceARN { get; init; }
}

/// <summary>All tags of a scalable target.</summary>
internal sealed record ListTagsForResourceOutput
{
    [Length(1, 128, On = Part.Key), Length(0, 256, On = Part.Value)]
    public Dictionary<string, string>? Tags { get; init; }
}

/// <summary>Removes tags by key.</summary>
internal sealed record UntagResourceInput
{
    [Required, Length(1, 1011), Pattern(Patterns.TargetArn)]
    public string? ResourceARN { get; init; }

    [Required, Length(0, 200), Length(1, 128, On = Part.Item)]
    public List<string>? TagKeys { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record UntagResourceOutput;
