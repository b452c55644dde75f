using System.Collections.Frozen;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>The types of events that AWS sends to EventBridge.</summary>
public enum EventBridgeType
{
    /// <summary>SageMaker Model State Change.</summary>
    Model,

    /// <summary>SageMaker Endpoint Config State Change.</summary>
    EndpointConfig,

    /// <summary>SageMaker Endpoint State Change.</summary>
    Endpoint,

    /// <summary>SageMaker Endpoint Deployment State Change.</summary>
    EndpointDeployment,

    /// <summary>CloudWatch Alarm State Change.</summary>
    AlarmState,

    /// <summary>CloudWatch Alarm Configuration Change.</summary>
    AlarmConfiguration,
}

/// <summary>
/// What AWS sends to EventBridge for each type of event (events reference of EventBridge, Amazon SageMaker AI and Amazon
/// CloudWatch). Every type has a line, also if AWS sends nothing.
/// </summary>
public static class EventBridgeTable
{
    private static readonly FrozenDictionary<Type, Func<LoggedEvent, EventBridgeType?>> Table =
        new Dictionary<Type, Func<LoggedEvent, EventBridgeType?>>
        {
            [typeof(AlarmCreated)] = _ => EventBridgeType.AlarmConfiguration,
            [typeof(AlarmUpdated)] = _ => EventBridgeType.AlarmConfiguration,
            [typeof(AlarmDeleted)] = _ => EventBridgeType.AlarmConfiguration,
            [typeof(StateUpdate)] = _ => EventBridgeType.AlarmState,
            [typeof(ActionExecuted)] = Nothing,
            [typeof(WarmUpEnded)] = Nothing,

            // AWS sends a CloudWatch Alarm Contributor State Change, which is not simulated.
            [typeof(ContributorStateUpdate)] = Nothing,
            [typeof(ContributorActionExecuted)] = Nothing,
            [typeof(BehaviorPut)] = Nothing,
            [typeof(BehaviorBegan)] = Nothing,
            [typeof(FaultAdded)] = Nothing,
            [typeof(FaultRemoved)] = Nothing,
            [typeof(FaultStruck)] = Nothing,
            [typeof(LimitChanged)] = Nothing,
            [typeof(TagsChanged)] = Nothing,
            [typeof(ResourceCreated)] = OfResource,
            [typeof(ResourceDeleted)] = OfResource,
            [typeof(StatusChanged)] = logged => logged.Facts is EndpointFacts ? EventBridgeType.Endpoint : null,
            [typeof(DeploymentProgressed)] = OfDeployment,
            [typeof(InstancesChanged)] = Nothing,
            [typeof(QuotaChanged)] = Nothing,
            [typeof(TrafficChanged)] = Nothing,
            [typeof(AsyncRequestStarted)] = Nothing,
            [typeof(AsyncRequestCompleted)] = Nothing,
            [typeof(AsyncRequestFailed)] = Nothing,
            [typeof(AsyncRequestExpired)] = Nothing,
            [typeof(AsyncRequestReturned)] = Nothing,
            [typeof(AsyncRequestNotified)] = Nothing,
            [typeof(ActivityBegan)] = Nothing,
            [typeof(ActivityEnded)] = Nothing,
            [typeof(TargetRegistered)] = Nothing,
            [typeof(TargetDeregistered)] = Nothing,
            [typeof(PolicyPut)] = Nothing,
            [typeof(PolicyDeleted)] = Nothing,
            [typeof(ScheduledActionPut)] = Nothing,
            [typeof(ScheduledActionDeleted)] = Nothing,
            [typeof(ClockChanged)] = Nothing,
            [typeof(WorldBegan)] = Nothing,
            [typeof(WorldReset)] = Nothing,
        }.ToFrozenDictionary();

    /// <summary>The types of event data that have a decision.</summary>
    internal static IEnumerable<Type> Decided => Table.Keys;

    /// <summary>Returns what AWS sends for an event; null for nothing, also if the facts of the event are missing.</summary>
    public static EventBridgeType? Of(LoggedEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        return logged.Facts is null ? null : Table[logged.Happened.Data.GetType()](logged);
    }

    private static EventBridgeType? Nothing(LoggedEvent logged) => null;

    // The status of an endpoint says when it is created and deleted. For inference components, AWS sends nothing.
    private static EventBridgeType? OfResource(LoggedEvent logged) => logged.Happened.Subject.Type switch
    {
        SubjectType.Model => EventBridgeType.Model,
        SubjectType.EndpointConfig => EventBridgeType.EndpointConfig,
        _ => null,
    };

    // AWS's page has examples of updates only, and says that there may be none for what deployment guardrails exclude.
    private static EventBridgeType? OfDeployment(LoggedEvent logged) =>
        logged.Facts is EndpointFacts { IsExcluded: false, Deployment.Act: DeploymentAct.Update or DeploymentAct.Scale }
        && DeploymentProgressed.IsBeginning(logged.Happened.Data.Kind)
            ? EventBridgeType.EndpointDeployment
            : null;
}
