namespace RollingDeploy.Core.Faults;

/// <summary>The kinds of faults as users write them.</summary>
public static class FaultWord
{
    /// <summary>The word for a kind, such as <c>instanceCrash</c>.</summary>
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
