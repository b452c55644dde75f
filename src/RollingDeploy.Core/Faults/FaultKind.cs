namespace RollingDeploy.Core.Faults;

/// <summary>What goes wrong on purpose.</summary>
public enum FaultKind
{
    /// <summary>An instance that is ordered cannot be had.</summary>
    InsufficientCapacity,

    /// <summary>An instance comes up and never answers its ping: it is given up after a time.</summary>
    PingFailure,

    /// <summary>An instance takes longer to come up.</summary>
    SlowLaunch,

    /// <summary>An instance in service is gone from one moment to the next; SageMaker launches another.</summary>
    InstanceCrash,

    /// <summary>
    /// The execution role may not call <c>cloudwatch:DescribeAlarms</c>, so a deployment cannot look at its alarms.
    /// </summary>
    AlarmPermissionDenied,

    /// <summary>A call of the API is refused because there were too many.</summary>
    Throttling,

    /// <summary>A call of the API fails for no reason of the caller's.</summary>
    InternalError,
}
