namespace RollingDeploy.Core.Fleets;

/// <summary>The changes of instances or copies.</summary>
public enum InstanceChange
{
    /// <summary>They are launching.</summary>
    Ordered,

    /// <summary>They have come into service.</summary>
    InService,

    /// <summary>Their launch failed.</summary>
    Failed,

    /// <summary>They get no more requests and are terminating.</summary>
    Draining,

    /// <summary>They were terminated.</summary>
    Gone,

    /// <summary>They have crashed.</summary>
    Crashed,
}
