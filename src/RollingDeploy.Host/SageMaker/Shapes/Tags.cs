using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A label on a model, endpoint configuration, endpoint or inference component.</summary>
internal sealed record Tag
{
    /// <summary><c>aws:</c> at its start is reserved.</summary>
    [Required, Length(1, 128), Pattern(Patterns.TagText)]
    public string? Key { get; init; }

    [Required, Length(0, 256), Pattern(Patterns.TagText)]
    public string? Value { get; init; }
}

/// <summary>Adds tags to a resource, or overwrites those with the same keys.</summary>
internal sealed record AddTagsInput
{
    [Required, Length(0, 256), Pattern(Patterns.ResourceArn)]
    public string? ResourceArn { get; init; }

    [Required, Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>All the tags that the resource has now.</summary>
internal sealed record AddTagsOutput
{
    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>Asks for the tags of one resource.</summary>
internal sealed record ListTagsInput
{
    [Required, Length(0, 256), Pattern(Patterns.ResourceArn)]
    public string? ResourceArn { get; init; }

    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }

    [Range(50)]
    public int? MaxResults { get; init; }
}

/// <summary>One page of tags.</summary>
internal sealed record ListTagsOutput
{
    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }

    /// <summary>Absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>Removes tags by their keys; a key that is not there is no error.</summary>
internal sealed record DeleteTagsInput
{
    [Required, Length(0, 256), Pattern(Patterns.ResourceArn)]
    public string? ResourceArn { get; init; }

    [Required, Length(1, 50)]
    [Length(1, 128, On = Part.Item), Pattern(Patterns.TagText, On = Part.Item)]
    public List<string>? TagKeys { get; init; }
}

/// <summary>Nothing, but written as an empty object: the operation has an output in AWS's model.</summary>
internal sealed record DeleteTagsOutput;
