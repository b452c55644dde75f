namespace RollingDeploy.Core.Tags;

/// <summary>
/// Makes the errors of SageMaker for tags, with AWS's texts where they are known (sagemaker-endpoints.md §6). Other texts are
/// RollingDeploy's.
/// </summary>
public static class TagErrors
{
    /// <summary>A tag key has a prefix that is reserved for AWS.</summary>
    public static AwsError ReservedTag() => SageMakerErrors.Validation("aws: prefixed tag key names are not allowed for external use.");

    /// <summary>A resource would have too many tags.</summary>
    public static AwsError TooManyTags() => SageMakerErrors.Validation($"Too many tags: a resource can have at most {TagTable.Most}.");

    /// <summary>The resource type cannot have tags.</summary>
    public static AwsError InvalidResourceType(string type) => SageMakerErrors.Validation($"Invalid resource type: {type}");
}
