using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core;

/// <summary>What owners of work are called, and what revives them.</summary>
internal static class WorkNames
{
    /// <summary>Both, of one of them; null stands for a region that is not known.</summary>
    public static OwnerWords Of(Owner owner, Region? region) => new(NameOf(owner, region), Remedy(owner.Type));

    /// <summary>What somebody is called; in a region that is not known there is nothing but the name.</summary>
    private static string NameOf(Owner owner, Region? region) => owner.Type switch
    {
        OwnerType.Endpoint => $"endpoint {owner.Name}",
        OwnerType.EndpointMeter => $"the metrics of endpoint {owner.Name}",
        OwnerType.InferenceComponent => $"inference component {owner.Name}",
        OwnerType.AlarmInterval => $"the evaluation of alarms every {owner.Name} s",
        OwnerType.MetricAlarm => $"alarm {owner.Name}",
        OwnerType.CompositeAlarm => $"composite alarm {owner.Name}",
        OwnerType.CompositeAlarms => "the evaluation of composite alarms",
        OwnerType.ScalableTarget => $"scalable target {region?.Scaling.FindById(owner.Name)?.Resource.Id ?? owner.Name}",
        OwnerType.ScalingPolicy => region?.Scaling.FindPolicy(owner.Name) is { } policy
            ? $"scaling policy {policy.Name} of {policy.Target.Resource.Id}"
            : $"scaling policy {owner.Name}",
        OwnerType.ModelBehavior => $"the armed behavior of model {owner.Name}",
        OwnerType.Fault => $"the armed fault {owner.Name}",
        OwnerType.Listener => $"the listener {owner.Name}",
    };

    /// <summary>What revives somebody.</summary>
    private static string Remedy(OwnerType type) => type switch
    {
        OwnerType.Endpoint => "UpdateEndpoint revives it; an endpoint that never was in service is to be deleted and created again.",
        OwnerType.EndpointMeter => "UpdateEndpoint, or giving it synthetic traffic, revives them.",
        OwnerType.InferenceComponent =>
            "UpdateInferenceComponent revives it; a component that never was in service is to be deleted and created again.",
        OwnerType.MetricAlarm => "PutMetricAlarm revives it.",
        OwnerType.CompositeAlarm => "PutCompositeAlarm revives it.",
        OwnerType.ScalableTarget => "RegisterScalableTarget revives it.",
        OwnerType.ScalingPolicy => "PutScalingPolicy revives it.",
        OwnerType.Listener => "A reset revives it.",
        OwnerType.AlarmInterval or OwnerType.CompositeAlarms or OwnerType.ModelBehavior or OwnerType.Fault =>
            "It goes on; a reset clears this message.",
    };
}
