namespace RollingDeploy.Core.Tags;

/// <summary>
/// What SageMaker objects to in tags. In AWS's words where they are known (sagemaker-endpoints.md §6), and in ours where
/// they are not.
/// </summary>
public static class TagErrors
{
    /// <summary>A key that AWS keeps for itself.</summary>
    public static AwsError ReservedTag() => SageMakerErrors.Validation("aws: prefixed tag key names are not allowed for external use.");

    /// <summary>More tags than a resource can have.</summary>
    public static AwsError TooManyTags() => SageMakerErrors.Validation($"Too many tags: a resource can have at most {TagTable.Most}.");

    /// <summary>Something that has no tags here.</summary>
    public static AwsError InvalidResourceType(string type) => SageMakerErrors.Validation($"Invalid resource type: {type}");
}
