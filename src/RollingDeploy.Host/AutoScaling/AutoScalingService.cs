using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The operations of Application Auto Scaling. To add an operation, add a line.</summary>
internal static class AutoScalingService
{
    private static readonly AutoScalingJson Json = AutoScalingJson.Default;

    public static Service Create() => new()
    {
        Name = "Application Auto Scaling",
        Description = "Scales the variants of endpoints and the copies of inference components, by metrics and by schedules.",
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
            Operation.Of(
                "RegisterScalableTarget",
                Json.RegisterScalableTargetInput,
                Json.RegisterScalableTargetOutput,
                ScalableTargets.Register),
            Operation.Of(
                "DescribeScalableTargets",
                Json.DescribeScalableTargetsInput,
                Json.DescribeScalableTargetsOutput,
                ScalableTargets.Describe),
            Operation.Of(
                "DeregisterScalableTarget",
                Json.DeregisterScalableTargetInput,
                Json.DeregisterScalableTargetOutput,
                ScalableTargets.Deregister),
            Operation.Of("PutScalingPolicy", Json.PutScalingPolicyInput, Json.PutScalingPolicyOutput, ScalingPolicies.Put),
            Operation.Of(
                "DescribeScalingPolicies",
                Json.DescribeScalingPoliciesInput,
                Json.DescribeScalingPoliciesOutput,
                ScalingPolicies.Describe),
            Operation.Of(
                "DeleteScalingPolicy",
                Json.DeleteScalingPolicyInput,
                Json.DeleteScalingPolicyOutput,
                ScalingPolicies.Delete),
            Operation.Of(
                "DescribeScalingActivities",
                Json.DescribeScalingActivitiesInput,
                Json.DescribeScalingActivitiesOutput,
                ScalingActivities.Describe),
            Operation.Of(
                "PutScheduledAction", Json.PutScheduledActionInput, Json.PutScheduledActionOutput, ScheduledActions.Put),
            Operation.Of(
                "DescribeScheduledActions",
                Json.DescribeScheduledActionsInput,
                Json.DescribeScheduledActionsOutput,
                ScheduledActions.Describe),
            Operation.Of(
                "DeleteScheduledAction",
                Json.DeleteScheduledActionInput,
                Json.DeleteScheduledActionOutput,
                ScheduledActions.Delete),
            Operation.Of("TagResource", Json.TagResourceInput, Json.TagResourceOutput, TargetTags.Tag),
            Operation.Of("UntagResource", Json.UntagResourceInput, Json.UntagResourceOutput, TargetTags.Untag),
            Operation.Of(
                "ListTagsForResource", Json.ListTagsForResourceInput, Json.ListTagsForResourceOutput, TargetTags.List),
        ],
    };
}
