using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A tag of a model, endpoint configuration, endpoint or inference component.</summary>
internal sealed record Tag
{
    /// <summary>The key. The prefix <c>aws:</c> is reserved.</summary>
    [Required, Length(1, 128), Pattern(Patterns.TagText)]
    public string? Key { get; init; }

    [Required, Length(0, 256), Pattern(Patterns.TagText)]
    public string? Value { get; init; }
}

/// <summary>Adds tags to a resource. Tags with the same keys are replaced.</summary>
internal sealed record AddTagsInput
{
    [Required, Length(0, 256), Pattern(Patterns.ResourceArn)]
    public string? ResourceArn { get; init; }

    [Required, Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>All tags of the resource.</summary>
internal sealed record AddTagsOutput
{
    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>Lists the tags of a resource.</summary>
internal sealed record ListTagsInput
{
    [Required, Length(0, 256), Pattern(Patterns.ResourceArn)]
    public string? ResourceArn { get; init; }

    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }

    [Range(50)]
    public int? MaxResults { get; init; }
}

/// <summary>A page of tags.</summary>
internal sealed record ListTagsOutput
{
    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>Deletes tags by key. A key that does not exist is ignored.</summary>
internal sealed record DeleteTagsInput
{
    [Required, Length(0, 256), Pattern(Patterns.ResourceArn)]
    public string? ResourceArn { get; init; }

    [Required, Length(1, 50)]
    [Length(1, 128, On = Part.Item), Pattern(Patterns.TagText, On = Part.Item)]
    public List<string>? TagKeys { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record DeleteTagsOutput;
