using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The operations of Application Auto Scaling. To add an operation, add a line.</summary>
internal static class AutoScalingService
{
    public static Service Create() => new()
    {
        Name = "Application Auto Scaling",
        Description = "Scales the variants of endpoints and the copies of inference components.",
        Route = "application-autoscaling",
        TargetPrefix = "AnyScaleFrontendService",
        SigningNames = ["application-autoscaling"],
        Errors = new ErrorTable(
            null,
            new("ConcurrentUpdateException", Status: 500),
            new("InternalServiceException", Status: 500)),
        Examples = AutoScalingExamples.All,
        Operations =
        [
            Operation.Of<RegisterScalableTargetInput, RegisterScalableTargetOutput>(
                "RegisterScalableTarget", AutoScalingJson.Default, ScalableTargets.Register),
            Operation.Of<DescribeScalableTargetsInput, DescribeScalableTargetsOutput>(
                "DescribeScalableTargets", AutoScalingJson.Default, ScalableTargets.Describe),
            Operation.Of<DeregisterScalableTargetInput, DeregisterScalableTargetOutput>(
                "DeregisterScalableTarget", AutoScalingJson.Default, ScalableTargets.Deregister),
            Operation.Of<PutScalingPolicyInput, PutScalingPolicyOutput>(
                "PutScalingPolicy", AutoScalingJson.Default, ScalingPolicies.Put),
            Operation.Of<DescribeScalingPoliciesInput, DescribeScalingPoliciesOutput>(
                "DescribeScalingPolicies", AutoScalingJson.Default, ScalingPolicies.Describe),
            Operation.Of<DeleteScalingPolicyInput, DeleteScalingPolicyOutput>(
                "DeleteScalingPolicy", AutoScalingJson.Default, ScalingPolicies.Delete),
            Operation.Of<DescribeScalingActivitiesInput, DescribeScalingActivitiesOutput>(
                "DescribeScalingActivities", AutoScalingJson.Default, ScalingActivities.Describe),
            Operation.Of<TagResourceInput, TagResourceOutput>("TagResource", AutoScalingJson.Default, TargetTags.Tag),
            Operation.Of<UntagResourceInput, UntagResourceOutput>("UntagResource", AutoScalingJson.Default, TargetTags.Untag),
            Operation.Of<ListTagsForResourceInput, ListTagsForResourceOutput>(
                "ListTagsForResource", AutoScalingJson.Default, TargetTags.List),
        ],
    };
}
