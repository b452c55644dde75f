using System.Collections.Frozen;

namespace RollingDeploy.Core;

/// <summary>All kinds of events, as programs know them.</summary>
public static class EventWords
{
    private static readonly string[] OfDeployments =
    [
        "alarmGone", "alarmTripped", "alarmsDenied", "bakeEnded", "bakeStarted", "behaviorBegan", "faultBegan", "forwarded",
        "instanceCrashed", "launchFailed", "launched", "launching", "loaded", "quarantined", "relaunched", "replaced", "retired",
        "retiring", "rollbackFailed", "rollbackStarted", "rolledBack", "shifted", "shifting", "shiftingBack", "started",
        "succeeded", "timedOut",
    ];

    private static readonly string[] Others =
    [
        "alarmActionExecuted", "alarmContributorActionExecuted", "alarmContributorStateChanged", "alarmCreated", "alarmDeleted",
        "alarmStateChanged", "alarmUpdated", "alarmWarmUpEnded", "asyncRequestCompleted", "asyncRequestExpired",
        "asyncRequestFailed", "asyncRequestNotified", "asyncRequestReturned", "asyncRequestStarted", "behaviorPut",
        "clockChanged", "faultAdded", "faultRemoved", "faultStruck", "instancesChanged", "limitChanged", "notScaled",
        "quotaChanged", "resourceCreated", "resourceDeleted", "scalableTargetDeregistered", "scalableTargetRegistered",
        "scalingBegan", "scalingEnded", "scalingPolicyDeleted", "scalingPolicyPut", "scheduledActionDeleted",
        "scheduledActionPut", "scheduledActionTriggered", "statusChanged", "tagsChanged", "trafficChanged", "worldBegan",
        "worldReset",
    ];

    /// <summary>The kinds.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.ToFrozenSet([.. OfDeployments, .. Others], StringComparer.Ordinal);
}
