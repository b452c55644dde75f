using System.Globalization;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;
using NotScaledReason = RollingDeploy.Core.AutoScaling.NotScaledReason;
using ScalingActivity = RollingDeploy.Core.AutoScaling.ScalingActivity;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Returns the scaling activities of the last six weeks, newest first. It includes those of deleted targets.</summary>
internal static class ScalingActivities
{
    private const int Most = 50;

    public static DescribeScalingActivitiesOutput Describe(DescribeScalingActivitiesInput input, Call call)
    {
        var isWanted = Scope.Filter(
            input.ServiceNamespace!, input.ResourceId is null ? null : [input.ResourceId], input.ScalableDimension);
        var (most, last) = (Paging.Most(input.MaxResults, Most), Paging.Open(call, input.NextToken));
        return call.Read(region =>
        {
            var wanted = region.Scaling.Activities.At(region.Now)
                .Where(activity => isWanted(activity.Resource) && (activity.NotScaled is null
                    || input.IncludeNotScaledActivities == true))
                .Reverse();
            var (items, next) = Paging.Page(call, wanted, Key, most, last);
            return new DescribeScalingActivitiesOutput { ScalingActivities = items.ConvertAll(Write), NextToken = next };
        });
    }

    // Keys have equal length and descend with the sequence, so that the newest activity is first.
    private static string Key(ScalingActivity activity) =>
        (long.MaxValue - activity.Sequence).ToString("D19", CultureInfo.InvariantCulture);

    private static Shapes.ScalingActivity Write(ScalingActivity activity) => new()
    {
        ActivityId = activity.Id,
        ServiceNamespace = ScalableResource.Service,
        ResourceId = activity.Resource.Id,
        ScalableDimension = activity.Resource.Dimension,
        Description = activity.Description,
        Cause = activity.Cause,
        StartTime = activity.StartedAt,
        EndTime = activity.EndedAt,
        StatusCode = activity.Status.ToString(),
        StatusMessage = activity.StatusMessage,
        NotScaledReasons = activity.NotScaled is { } reason ? [Write(reason)] : null,
    };

    // Each code has the capacity that it refers to.
    private static Shapes.NotScaledReason Write(NotScaledReason reason) => new()
    {
        Code = reason.Code.ToString(),
        MaxCapacity = reason.Code == NotScaledCode.AlreadyAtMaxCapacity ? reason.Max : null,
        MinCapacity = reason.Code == NotScaledCode.AlreadyAtMinCapacity ? reason.Min : null,
        CurrentCapacity = reason.Code == NotScaledCode.AlreadyAtDesiredCapacity ? reason.Current : null,
    };
}
