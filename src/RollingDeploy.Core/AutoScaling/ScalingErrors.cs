namespace RollingDeploy.Core.AutoScaling;

/// <summary>Makes the errors of Application Auto Scaling that depend on the existing resources.</summary>
public static class ScalingErrors
{
    /// <summary>The resource of a policy is not registered.</summary>
    public static AwsError NotRegistered(ScalableKey key) => NotFound("No scalable target registered for", key);

    /// <summary>The target to deregister does not exist.</summary>
    public static AwsError TargetNotFound(ScalableKey key) => NotFound("No scalable target found for", key);

    /// <summary>The policy to delete does not exist.</summary>
    public static AwsError PolicyNotFound(ScalableKey key, string name) =>
        NotFound("No scaling policy found for", key, $", policy name: {name}");

    /// <summary>The resource does not exist. The text is RollingDeploy's, similar to that for Amazon ECS.</summary>
    public static AwsError ResourceNotFound(ScalableResource resource) =>
        SageMakerErrors.Validation($"SageMaker {resource.Kind} doesn't exist: {resource.Id}");

    /// <summary>
    /// The resource to register is of a service or dimension that is not supported, or its ID does not match the dimension. AWS
    /// answers RegisterScalableTarget so (recorded on AWS for a custom resource, 2026-09-26).
    /// </summary>
    public static AwsError Unsupported() =>
        SageMakerErrors.Validation("Unsupported service namespace, resource type or scalable dimension");

    /// <summary>
    /// The variant to register has a burstable instance type (developer guide, automatic scaling of SageMaker AI models). The
    /// text was recorded on AWS on 2026-07-30 with ml.t2.medium; aws-controllers-k8s/community #1633 tells of the same refusal.
    /// </summary>
    public static AwsError Burstable(string instanceType) => SageMakerErrors.Validation(
        $"You cannot register a variant with {instanceType} instance type as a scalable target. This is because the burstable "
        + "performance of these instances can lead to unpredictable behavior with Auto Scaling.");

    /// <summary>A new target has no bounds. The text is RollingDeploy's.</summary>
    public static AwsError BoundsMissing() =>
        SageMakerErrors.Validation("MinCapacity and MaxCapacity are required to register a new scalable target");

    /// <summary>A bound is less than 0. The text is RollingDeploy's.</summary>
    public static AwsError BoundsNegative() => SageMakerErrors.Validation("MinCapacity and MaxCapacity must be greater than or equal to 0");

    /// <summary>The maximum is less than the minimum.</summary>
    public static AwsError BoundsCrossed() => SageMakerErrors.Validation("Maximum capacity cannot be less than minimum capacity");

    /// <summary>Another target tracking policy has the same metric.</summary>
    public static AwsError MetricTaken() =>
        SageMakerErrors.Validation("Only one TargetTrackingScaling policy for a given metric specification is allowed.");

    /// <summary>A new policy has no type. The text is RollingDeploy's.</summary>
    public static AwsError TypeMissing() => SageMakerErrors.Validation("PolicyType is required to create a scaling policy");

    /// <summary>A quota is exceeded. The text is RollingDeploy's.</summary>
    public static AwsError LimitExceeded(string what, int limit) =>
        new("LimitExceededException", $"The limit of {limit} {what} has been reached.");

    /// <summary>The target of a tag operation does not exist. The text is RollingDeploy's.</summary>
    public static AwsError TaggedNotFound(string arn) => new("ResourceNotFoundException", $"The scalable target {arn} does not exist.");

    /// <summary>A target would have too many tags. The text is RollingDeploy's.</summary>
    public static AwsError TooManyTags() =>
        new("TooManyTagsException", $"A scalable target can have at most {Tags.TagTable.Most} tags.");

    internal static AwsError NotFound(string what, ScalableKey key, string more = "") => new(
        "ObjectNotFoundException",
        $"{what} service namespace: {key.Service}, resource ID: {key.Id}, scalable dimension: {key.Dimension}{more}");

    /// <summary>
    /// An update changes the instance type of a variant that is a scalable target (developer guide, update endpoints that use
    /// auto scaling).
    /// </summary>
    public static AwsError VariantIsScaled(string variantName) => SageMakerErrors.Validation(
        $"The instance type of variant \"{variantName}\" cannot be changed while it is registered as an Application Auto Scaling "
        + "scalable target. Deregister the target first.");
}
