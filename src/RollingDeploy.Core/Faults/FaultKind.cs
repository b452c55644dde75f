namespace RollingDeploy.Core.Faults;

/// <summary>The kinds of faults that users can inject.</summary>
public enum FaultKind
{
    /// <summary>An instance cannot be provisioned.</summary>
    InsufficientCapacity,

    /// <summary>An instance starts but never passes its ping health check. After a timeout, its launch fails.</summary>
    PingFailure,

    /// <summary>An instance takes longer to launch.</summary>
    SlowLaunch,

    /// <summary>An instance in service fails suddenly. SageMaker launches another one.</summary>
    InstanceCrash,

    /// <summary>
    /// The execution role is not allowed to call <c>cloudwatch:DescribeAlarms</c>, so a deployment cannot check its alarms.
    /// </summary>
    AlarmPermissionDenied,

    /// <summary>An API call is throttled.</summary>
    Throttling,

    /// <summary>An API call fails with an internal error.</summary>
    InternalError,
}
