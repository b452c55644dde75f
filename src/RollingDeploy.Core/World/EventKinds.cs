using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
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

/// <summary>The types of event data, by their names in documents. A name must not change after it was published.</summary>
internal static class EventKinds
{
    public static readonly TypeNames Table = new(new Dictionary<string, Type>
    {
        ["alarmCreated"] = typeof(AlarmCreated),
        ["alarmUpdated"] = typeof(AlarmUpdated),
        ["alarmDeleted"] = typeof(AlarmDeleted),
        ["stateUpdate"] = typeof(StateUpdate),
        ["actionExecuted"] = typeof(ActionExecuted),
        ["warmUpEnded"] = typeof(WarmUpEnded),
        ["contributorStateUpdate"] = typeof(ContributorStateUpdate),
        ["contributorActionExecuted"] = typeof(ContributorActionExecuted),
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
        ["asyncRequestStarted"] = typeof(AsyncRequestStarted),
        ["asyncRequestCompleted"] = typeof(AsyncRequestCompleted),
        ["asyncRequestFailed"] = typeof(AsyncRequestFailed),
        ["asyncRequestExpired"] = typeof(AsyncRequestExpired),
        ["asyncRequestReturned"] = typeof(AsyncRequestReturned),
        ["asyncRequestNotified"] = typeof(AsyncRequestNotified),
        ["activityBegan"] = typeof(ActivityBegan),
        ["activityEnded"] = typeof(ActivityEnded),
        ["targetRegistered"] = typeof(TargetRegistered),
        ["targetDeregistered"] = typeof(TargetDeregistered),
        ["policyPut"] = typeof(PolicyPut),
        ["policyDeleted"] = typeof(PolicyDeleted),
        ["scheduledActionPut"] = typeof(ScheduledActionPut),
        ["scheduledActionDeleted"] = typeof(ScheduledActionDeleted),
        ["clockChanged"] = typeof(ClockChanged),
        ["worldBegan"] = typeof(WorldBegan),
        ["worldReset"] = typeof(WorldReset),
    });
}
