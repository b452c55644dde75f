using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>A tag of an alarm.</summary>
internal sealed record Tag
{
    [Required, Length(1, 128)]
    public string? Key { get; init; }

    [Required, Length(0, 256)]
    public string? Value { get; init; }
}

/// <summary>Adds tags to an alarm. Tags with the same keys are replaced.</summary>
internal sealed record TagResourceInput
{
    [Required, Length(1, 1024)]
    public string? ResourceARN { get; init; }

    [Required]
    public List<Tag>? Tags { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record TagResourceOutput;

/// <summary>Removes tags by key.</summary>
internal sealed record UntagResourceInput
{
    [Required, Length(1, 1024)]
    public string? ResourceARN { get; init; }

    [Required, Length(1, 128, On = Part.Item)]
    public List<string>? TagKeys { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record UntagResourceOutput;

/// <summary>Lists the tags of an alarm.</summary>
internal sealed record ListTagsForResourceInput
{
    [Required, Length(1, 1024)]
    public string? ResourceARN { get; init; }
}

/// <summary>All tags of an alarm, without paging.</summary>
internal sealed record ListTagsForResourceOutput
{
    public List<Tag>? Tags { get; init; }
}
