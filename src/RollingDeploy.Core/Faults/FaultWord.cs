namespace RollingDeploy.Core.Faults;

/// <summary>Converts kinds of faults to the names that users write.</summary>
public static class FaultWord
{
    /// <summary>Returns the name of a kind, such as <c>instanceCrash</c>.</summary>
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.InsufficientCapacity => "insufficientCapacity",
        FaultKind.PingFailure => "pingFailure",
        FaultKind.SlowLaunch => "slowLaunch",
        FaultKind.InstanceCrash => "instanceCrash",
        FaultKind.AlarmPermissionDenied => "alarmPermissionDenied",
        FaultKind.Throttling => "throttling",
        FaultKind.InternalError => "internalError",
    };
}
