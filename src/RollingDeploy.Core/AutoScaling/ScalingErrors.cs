namespace RollingDeploy.Core.AutoScaling;

/// <summary>Application Auto Scaling's refusals that depend on what there is.</summary>
internal static class ScalingErrors
{
    /// <summary>A policy for a resource that is not registered.</summary>
    public static AwsError NotRegistered(ScalableResource resource) => NotFound("No scalable target registered for", resource);

    /// <summary>A target to be taken away that is not there.</summary>
    public static AwsError TargetNotFound(ScalableResource resource) => NotFound("No scalable target found for", resource);

    /// <summary>A policy to be deleted that is not there.</summary>
    public static AwsError PolicyNotFound(ScalableResource resource, string name) =>
        NotFound("No scaling policy found for", resource, $", policy name: {name}");

    /// <summary>Nothing there that could be scaled; the text is ours, after that of Amazon ECS.</summary>
    public static AwsError ResourceNotFound(ScalableResource resource) => SageMakerErrors.Validation(resource is VariantInstances
        ? $"SageMaker endpoint variant doesn't exist: {resource.Id}"
        : $"SageMaker inference component doesn't exist: {resource.Id}");

    /// <summary>A new target without bounds; the text is ours.</summary>
    public static AwsError BoundsMissing() =>
        SageMakerErrors.Validation("MinCapacity and MaxCapacity are required to register a new scalable target");

    /// <summary>A bound below zero; the text is ours.</summary>
    public static AwsError BoundsNegative() => SageMakerErrors.Validation("MinCapacity and MaxCapacity must be greater than or equal to 0");

    /// <summary>Bounds in the wrong order.</summary>
    public static AwsError BoundsCrossed() => SageMakerErrors.Validation("Maximum capacity cannot be less than minimum capacity");

    /// <summary>Two policies that would pull at the same metric.</summary>
    public static AwsError MetricTaken() =>
        SageMakerErrors.Validation("Only one TargetTrackingScaling policy for a given metric specification is allowed.");

    /// <summary>A new policy without a type; the text is ours.</summary>
    public static AwsError TypeMissing() => SageMakerErrors.Validation("PolicyType is required to create a scaling policy");

    /// <summary>More than a quota allows; the text is ours.</summary>
    public static AwsError LimitExceeded(string what, int limit) =>
        new("LimitExceededException", $"The limit of {limit} {what} has been reached.");

    /// <summary>Tags for a target that is not there; the text is ours.</summary>
    public static AwsError TaggedNotFound(string arn) => new("ResourceNotFoundException", $"The scalable target {arn} does not exist.");

    /// <summary>More tags than a target can have; the text is ours.</summary>
    public static AwsError TooManyTags() =>
        new("TooManyTagsException", $"A scalable target can have at most {Tags.TagTable.Most} tags.");

    private static AwsError NotFound(string what, ScalableResource resource, string more = "") => new(
        "ObjectNotFoundException",
        $"{what} service namespace: {ScalableResource.Service}, resource ID: {resource.Id}, "
        + $"scalable dimension: {resource.Dimension}{more}");

    /// <summary>
    /// Another instance type for a variant that is scaled (developer guide, update endpoints that use auto scaling).
    /// </summary>
    public static AwsError VariantIsScaled(string variantName) => SageMakerErrors.Validation(
        $"The instance type of variant \"{variantName}\" cannot be changed while it is registered as an Application Auto Scaling "
        + "scalable target. Deregister the target first.");
}
