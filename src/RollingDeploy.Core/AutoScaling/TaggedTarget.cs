namespace RollingDeploy.Core.AutoScaling;

/// <summary>Finds the scalable target of an ARN.</summary>
public static class TaggedTarget
{
    /// <exception cref="AwsError">The target does not exist: <c>ResourceNotFoundException</c></exception>
    public static ScalableTarget Require(Region region, string arn)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Scaling.FindByArn(arn) ?? throw ScalingErrors.TaggedNotFound(arn);
    }
}
