using System.Collections.Frozen;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>
/// Every type of event data, by the name that it is written down with. A name never changes once it was published.
/// </summary>
internal static class EventKinds
{
    private static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["alarmCreated"] = typeof(AlarmCreated),
        ["alarmUpdated"] = typeof(AlarmUpdated),
        ["alarmDeleted"] = typeof(AlarmDeleted),
        ["stateUpdate"] = typeof(StateUpdate),
        ["actionExecuted"] = typeof(ActionExecuted),
        ["behaviorPut"] = typeof(BehaviorPut),
        ["behaviorBegan"] = typeof(BehaviorBegan),
        ["faultAdded"] = typeof(FaultAdded),
        ["faultRemoved"] = typeof(FaultRemoved),
        ["faultStruck"] = typeof(FaultStruck),
        ["limitChanged"] = typeof(LimitChanged),
        ["tagsChanged"] = typeof(TagsChanged),
        ["resourceCreated"] = typeof(ResourceCreated),
        ["resourceDeleted"] = typeof(ResourceDeleted),
        ["statusChanged"] = typeof(StatusChanged),
        ["deploymentProgressed"] = typeof(DeploymentProgressed),
        ["instancesChanged"] = typeof(InstancesChanged),
        ["quotaChanged"] = typeof(QuotaChanged),
        ["trafficChanged"] = typeof(TrafficChanged),
        ["activityBegan"] = typeof(ActivityBegan),
        ["activityEnded"] = typeof(ActivityEnded),
        ["targetRegistered"] = typeof(TargetRegistered),
        ["targetDeregistered"] = typeof(TargetDeregistered),
        ["policyPut"] = typeof(PolicyPut),
        ["policyDeleted"] = typeof(PolicyDeleted),
        ["clockChanged"] = typeof(ClockChanged),
        ["worldBegan"] = typeof(WorldBegan),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(each => each.Value, each => each.Key);

    /// <summary>The type of that name; null where there is none.</summary>
    public static Type? Find(string name) => Types.GetValueOrDefault(name);

    /// <summary>The name of a type; null where it has none.</summary>
    public static string? NameOf(Type type) => Names.GetValueOrDefault(type);
}
