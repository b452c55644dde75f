using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;
using ScheduledAction = RollingDeploy.Core.AutoScaling.Schedules.ScheduledAction;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The operations of scheduled actions: put, describe and delete.</summary>
internal static class ScheduledActions
{
    private const int Most = 50;

    public static PutScheduledActionOutput Put(PutScheduledActionInput input, Call call)
    {
        call.Apply(new PutScheduledAction(call.Region, Key(input), input.ScheduledActionName!)
        {
            Schedule = input.Schedule,
            Zone = input.Timezone is { } zone ? TimeZones.Find(zone) ?? throw ScheduleErrors.UnknownZone(zone) : null,
            Start = input.StartTime,
            End = input.EndTime,
            Bounds = input.ScalableTargetAction is { } bounds ? new(bounds.MinCapacity, bounds.MaxCapacity) : null,
        });
        return new();
    }

    public static DeleteScheduledActionOutput Delete(DeleteScheduledActionInput input, Call call)
    {
        var key = new ScalableKey(input.ResourceId!, input.ScalableDimension!, input.ServiceNamespace!);
        call.Apply(new DeleteScheduledAction(call.Region, key, input.ScheduledActionName!));
        return new();
    }

    public static DescribeScheduledActionsOutput Describe(DescribeScheduledActionsInput input, Call call)
    {
        var isWanted = Scope.Filter(
            input.ServiceNamespace!, input.ResourceId is null ? null : [input.ResourceId], input.ScalableDimension);
        var (most, last) = (Paging.Most(input.MaxResults, Most), Paging.Open(call, input.NextToken));
        return call.Read(region =>
        {
            var wanted = region.Scaling.Targets
                .Where(target => isWanted(target.Resource))
                .SelectMany(target => target.Scheduled.All)
                .Where(action => input.ScheduledActionNames is not { Count: > 0 } names || names.Contains(action.Name));
            var (items, next) = Paging.Page(call, wanted.OrderBy(Key, StringComparer.Ordinal), Key, most, last);
            return new DescribeScheduledActionsOutput { ScheduledActions = items.ConvertAll(Write), NextToken = next };
        });
    }

    private static ScalableKey Key(PutScheduledActionInput input) =>
        new(input.ResourceId!, input.ScalableDimension!, input.ServiceNamespace!);

    private static string Key(ScheduledAction action) =>
        $"{action.Target.Resource.Id} {action.Target.Resource.Dimension} {action.Name}";

    private static Shapes.ScheduledAction Write(ScheduledAction action) => new()
    {
        ScheduledActionName = action.Name,
        ScheduledActionARN = action.Arn,
        ServiceNamespace = ScalableResource.Service,
        Schedule = action.Schedule,
        Timezone = action.Zone?.Id,
        ResourceId = action.Target.Resource.Id,
        ScalableDimension = action.Target.Resource.Dimension,
        StartTime = action.Start,
        EndTime = action.End,
        ScalableTargetAction = new() { MinCapacity = action.Bounds.Min, MaxCapacity = action.Bounds.Max },
        CreationTime = action.CreatedAt,
    };
}
