using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;
using ScalableTarget = RollingDeploy.Core.AutoScaling.ScalableTarget;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The operations of scalable targets: register, change, describe and deregister.</summary>
internal static class ScalableTargets
{
    private const int Most = 50;

    public static RegisterScalableTargetOutput Register(RegisterScalableTargetInput input, Call call)
    {
        var key = new ScalableKey(input.ResourceId!, input.ScalableDimension!, input.ServiceNamespace!);
        return new()
        {
            ScalableTargetARN = call.Apply(new RegisterScalableTarget(call.Region, key)
            {
                MinCapacity = input.MinCapacity,
                MaxCapacity = input.MaxCapacity,
                Suspension = new(
                    input.SuspendedState?.DynamicScalingInSuspended,
                    input.SuspendedState?.DynamicScalingOutSuspended,
                    input.SuspendedState?.ScheduledScalingSuspended),
                Tags = TargetTags.Read(input.Tags),
            }),
        };
    }

    public static DeregisterScalableTargetOutput Deregister(DeregisterScalableTargetInput input, Call call)
    {
        call.Apply(new DeregisterScalableTarget(
            call.Region, new(input.ResourceId!, input.ScalableDimension!, input.ServiceNamespace!)));
        return new();
    }

    public static DescribeScalableTargetsOutput Describe(DescribeScalableTargetsInput input, Call call)
    {
        var isWanted = Scope.Filter(input.ServiceNamespace!, input.ResourceIds, input.ScalableDimension);
        var (most, last) = (Paging.Most(input.MaxResults, Most), Paging.Open(call, input.NextToken));
        return call.Read(region =>
        {
            var wanted = region.Scaling.Targets.Where(target => isWanted(target.Resource));
            var (items, next) = Paging.Page(call, wanted.OrderBy(Key, StringComparer.Ordinal), Key, most, last);
            return new DescribeScalableTargetsOutput
            { ScalableTargets = items.ConvertAll(target => Write(region, target)), NextToken = next };
        });
    }

    private static string Key(ScalableTarget target) => $"{target.Resource.Id} {target.Resource.Dimension}";

    private static Shapes.ScalableTarget Write(Region region, ScalableTarget target) => new()
    {
        ServiceNamespace = ScalableResource.Service,
        ResourceId = target.Resource.Id,
        ScalableDimension = target.Resource.Dimension,
        MinCapacity = target.MinCapacity,
        MaxCapacity = target.MaxCapacity,
        RoleARN = RoleOf(region, target.Resource),
        CreationTime = target.CreatedAt,
        SuspendedState = new()
        {
            DynamicScalingInSuspended = target.Suspended.In,
            DynamicScalingOutSuspended = target.Suspended.Out,
            ScheduledScalingSuspended = target.Suspended.Scheduled,
        },
        ScalableTargetARN = target.Arn,
    };

    // SageMaker uses service-linked roles. As on AWS, the RoleARN of the request is not used.
    private static string RoleOf(Region region, ScalableResource resource) =>
        $"arn:{Arn.Partition(region.Name)}:iam::{region.Account}:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/"
        + (resource is EndpointVariant
            ? "AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint"
            : "AWSServiceRoleForApplicationAutoScaling_SageMakerInferenceComponent");
}
