using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>Describes owners of work, and how to let them work again after they were set aside.</summary>
internal static class WorkNames
{
    /// <summary>Returns both texts for an owner. The region is null if it does not exist.</summary>
    public static OwnerWords Of(Owner owner, Region? region) => new(NameOf(owner, region), Remedy(owner.Type));

    /// <summary>Returns the description of an owner. If the region does not exist, it contains only the name.</summary>
    private static string NameOf(Owner owner, Region? region) => owner.Type switch
    {
        OwnerType.Endpoint => $"endpoint {owner.Name}",
        OwnerType.EndpointMeter => $"the metrics of endpoint {owner.Name}",
        OwnerType.AsyncQueue => $"the asynchronous requests of endpoint {owner.Name}",
        OwnerType.InferenceComponent => $"inference component {owner.Name}",
        OwnerType.MetricAlarm => $"alarm {owner.Name}",
        OwnerType.CompositeAlarm => $"composite alarm {owner.Name}",
        OwnerType.CompositeAlarms => "the evaluation of composite alarms",
        OwnerType.ScalableTarget => $"scalable target {region?.Scaling.FindById(owner.Name)?.Resource.Id ?? owner.Name}",
        OwnerType.ScalingPolicy => region?.Scaling.FindPolicy(owner.Name) is { } policy
            ? $"scaling policy {policy.Name} of {policy.Target.Resource.Id}"
            : $"scaling policy {owner.Name}",
        OwnerType.ScheduledAction => $"scheduled action {owner.Name}",
        OwnerType.ModelBehavior => $"the armed behavior of model {owner.Name}",
        OwnerType.Fault => $"the armed fault {owner.Name}",
        OwnerType.Listener => $"the listener {owner.Name}",
    };

    /// <summary>Returns the sentence that says how to let an owner work again.</summary>
    private static string Remedy(OwnerType type) => type switch
    {
        OwnerType.Endpoint => "To restore it, call UpdateEndpoint. If it was never in service, delete it and create it again.",
        OwnerType.EndpointMeter => "To restore them, call UpdateEndpoint or set synthetic traffic.",
        OwnerType.AsyncQueue => "To restore them, call InvokeEndpointAsync.",
        OwnerType.InferenceComponent =>
            "To restore it, call UpdateInferenceComponent. If it was never in service, delete it and create it again.",
        OwnerType.MetricAlarm => "To restore it, call PutMetricAlarm.",
        OwnerType.CompositeAlarm => "To restore it, call PutCompositeAlarm.",
        OwnerType.ScalableTarget => "To restore it, call RegisterScalableTarget.",
        OwnerType.ScalingPolicy => "To restore it, call PutScalingPolicy.",
        OwnerType.ScheduledAction => "To restore it, call PutScheduledAction.",
        OwnerType.Listener => "To restore it, reset the account.",
        OwnerType.CompositeAlarms or OwnerType.ModelBehavior or OwnerType.Fault =>
            "It continues. A reset of the account clears this message.",
    };
}
