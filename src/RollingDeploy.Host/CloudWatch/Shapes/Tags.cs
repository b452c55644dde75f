using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>A label on an alarm.</summary>
internal sealed record Tag
{
    [Required, Length(1, 128)]
    public string? Key { get; init; }

    [Required, Length(0, 256)]
    public string? Value { get; init; }
}

/// <summary>Adds tags to an alarm, or overwrites those with the same keys.</summary>
internal sealed record TagResourceInput
{
    [Required, Length(1, 1024)]
    public string? ResourceARN { get; init; }

    [Required]
    public List<Tag>? Tags { get; init; }
}

/// <summary>An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.</summary>
internal sealed record TagResourceOutput;

/// <summary>Removes tags by their keys.</summary>
internal sealed record UntagResourceInput
{
    [Required, Length(1, 1024)]
    public string? ResourceARN { get; init; }

    [Required, Length(1, 128, On = Part.Item)]
    public List<string>? TagKeys { get; init; }
}

/// <summary>An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.</summary>
internal sealed record UntagResourceOutput;

/// <summary>Asks for the tags of an alarm.</summary>
internal sealed record ListTagsForResourceInput
{
    [Required, Length(1, 1024)]
    public string? ResourceARN { get; init; }
}

/// <summary>All the tags of an alarm; there are no pages.</summary>
internal sealed record ListTagsForResourceOutput
{
    public List<Tag>? Tags { get; init; }
}
